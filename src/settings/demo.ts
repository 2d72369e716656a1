import type { Settings } from './settings.ts';

/** The clinic of the demonstration, in force when no settings file is named. Its phone numbers are fictional. */
export const demoSettings: Settings = {
  name: 'Prelude Demonstration Clinic',
  phone: '(615) 555-0100',
  timeZone: 'America/Chicago',
  hours: {
    mon: '08:00-17:00',
    tue: '08:00-17:00',
    wed: '08:00-17:00',
    thu: '08:00-17:00',
    fri: '08:00-17:00',
    sat: null,
    sun: null,
  },
  replyTime: { en: 'two working days', es: 'dos días hábiles' },
  locations: [],
  treatments: ['spravato', 'ivKetamine'],
  languages: ['en', 'es'],
  minutes: 25,
  thresholds: { trialWeeks: 6, severeSystolic: 180, severeDiastolic: 110, auditcMen: 4, auditcOthers: 3 },
  cannabisCounts: true,
  idleMinutes: 20,
  brand: {},
  safety: { notifyEmails: [], escalateTo: [], urgentMinutes: 15 },
  retention: { draftDays: 14 },
  priorAuthorization: {},
  part2Programme: false,
};
