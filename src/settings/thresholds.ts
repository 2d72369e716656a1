/** The numbers that a clinic may set, as the clinical reference has them. The settings say what each means. */
export const defaultThresholds = {
  trialWeeks: 6,
  severeSystolic: 180,
  severeDiastolic: 110,
  auditcMen: 4,
  auditcOthers: 3,
} as const;
