// Rules 2026-11-28 in one piece, written by scripts/release-pack.ts. Never edit it.
// src/settings/thresholds.ts
/** The numbers that a clinic may set, as the clinical reference has them. The settings say what each means. */
var defaultThresholds = {
	trialWeeks: 6,
	severeSystolic: 180,
	severeDiastolic: 110,
	auditcMen: 4,
	auditcOthers: 3
};
// src/questions/total.ts
/** The answer to one item, counted from 0; `undefined` where it is blank. */
function itemAt(items, index) {
	const value = Array.isArray(items) ? items[index] : void 0;
	return typeof value === "number" ? value : void 0;
}
/** How many of the instrument's items are blank. */
function blanksIn(items, count) {
	let blanks = 0;
	for (let index = 0; index < count; index++) if (itemAt(items, index) === void 0) blanks++;
	return blanks;
}
/**
* The total of `count` items of 0 to `highest` each. A blank item adds nothing to the least and the most to the
* most: nothing is imputed. Source: N-PHQ, L-GAD; the range in place of a score is GK.
*
* @example total([2, null], 2, 3) // { min: 2, max: 5 }
*/
function total(items, count, highest) {
	let min = 0;
	let max = 0;
	for (let index = 0; index < count; index++) {
		const value = itemAt(items, index);
		min += value ?? 0;
		max += value ?? highest;
	}
	return {
		min,
		max
	};
}
/** The name of the band in which both ends of a range lie, if there is one. */
function bandOf(range, bands) {
	return bands.find((band) => range.min >= band.min && range.max <= band.max)?.name;
}
/** Item 1 "Never": the other two are not asked and count as 0, whatever is stored. */
var neverDrinks = (items) => itemAt(items, 0) === 0;
/**
* AUDIT-C total, 0–12, over the past year, in US drinks of 14 g. Source: L-KTC, L-AUD.
*
* @example auditcScore([0, null, null]) // { min: 0, max: 0 }
*/
var auditcScore = (items) => neverDrinks(items) ? {
	min: 0,
	max: 0
} : total(items, 3, 4);
/** How many items are blank; those that "Never" skips are not. */
var auditcBlanks = (items) => neverDrinks(items) ? 0 : blanksIn(items, 3);
// src/steps/gad7/score.ts
/** Source: L-GAD. A total of 10 or more has a sensitivity of 89 % and a specificity of 82 % for GAD. */
var gad7Bands = [
	{
		name: "minimal",
		min: 0,
		max: 4
	},
	{
		name: "mild",
		min: 5,
		max: 9
	},
	{
		name: "moderate",
		min: 10,
		max: 14
	},
	{
		name: "severe",
		min: 15,
		max: 21
	}
];
/**
* GAD-7 total, 0–21, over the past two weeks.
*
* @example gad7Score([2, 1, 2, 1, 1, 1, 1]) // { min: 9, max: 9, band: 'mild' }
*/
function gad7Score(items) {
	const range = total(items, 7, 3);
	return {
		...range,
		band: bandOf(range, gad7Bands)
	};
}
/**
* PEG: the mean of pain, enjoyment and activity over the past week, 0–10, to one decimal. Any blank: no score.
* Source: L-PEG, L-KTC.
*
* @example pegScore([8, 7, 8]) // 7.7
*/
function pegScore(items) {
	if (blanksIn(items, 3) > 0) return void 0;
	return Math.round(total(items, 3, 10).min * 10 / 3) / 10;
}
// src/steps/phq9/score.ts
/** Source: N-PHQ. */
var phq9Bands = [
	{
		name: "minimal",
		min: 0,
		max: 4
	},
	{
		name: "mild",
		min: 5,
		max: 9
	},
	{
		name: "moderate",
		min: 10,
		max: 14
	},
	{
		name: "moderatelySevere",
		min: 15,
		max: 19
	},
	{
		name: "severe",
		min: 20,
		max: 27
	}
];
/**
* PHQ-9 total, 0–27, over the past two weeks.
*
* @example phq9Score([2, 2, 2, 2, 2, 2, 2, 3, 0]) // { min: 17, max: 17, band: 'moderatelySevere' }
*/
function phq9Score(items) {
	const range = total(items, 9, 3);
	return {
		...range,
		band: bandOf(range, phq9Bands)
	};
}
/** Item 9, thoughts of being better off dead or of hurting oneself: 0–3, `undefined` if blank. */
var phq9Item9 = (items) => itemAt(items, 8);
/**
* PC-PTSD-5: the number of yes, 0–5, over the past month, against both cut points. Only for somebody who has
* answered yes to the opening question. Source: L-PTSD.
*
* @example pcptsd5Score([1, 1, 1, 0, 0]) // { min: 3, max: 3, atThree: 'positive', atFour: 'negative' }
*/
function pcptsd5Score(items) {
	const range = total(items, 5, 1);
	return {
		...range,
		atThree: against(range, 3),
		atFour: against(range, 4)
	};
}
var against = ({ min, max }, cut) => {
	if (min >= cut) return "positive";
	return max < cut ? "negative" : void 0;
};
// src/screening/rule.ts
/** Worst first. */
var severities = [
	"urgent",
	"contraindication",
	"review",
	"caution",
	"info"
];
/** The same severity for both treatments. */
var both = (severity) => ({
	spravato: severity,
	ivKetamine: severity
});
/** A total as a clinician reads it: `17`, or `17–20` where items are blank. */
var rangeText = ({ min, max }) => min === max ? String(min) : `${min}–${max}`;
// src/screening/tri.ts
/**
* The value of a yes-no answer. A question that was not shown has no answer: whether that means absent or unknown
* is the rule's to say.
*
* @example tri('unsure') // 'unknown'
*/
function tri(answer) {
	if (answer === "yes") return "present";
	return answer === "no" ? "absent" : "unknown";
}
/** What is certain either way. */
var presentIf = (holds) => holds ? "present" : "absent";
/** Absent if any part is absent, else unknown if any is unknown, else present. */
function and(...parts) {
	if (parts.includes("absent")) return "absent";
	return parts.includes("unknown") ? "unknown" : "present";
}
/** Present if any part is present, else unknown if any is unknown, else absent. */
function or(...parts) {
	if (parts.includes("present")) return "present";
	return parts.includes("unknown") ? "unknown" : "absent";
}
/** The opposite. The opposite of unknown is unknown. */
function not(part) {
	if (part === "unknown") return "unknown";
	return part === "present" ? "absent" : "present";
}
/**
* A number known only as a range, against a cut: present if even its least reaches the cut, absent if not even its
* most does.
*
* @example atLeast({ min: 7, max: 10 }, 8) // 'unknown'
*/
function atLeast(range, cut) {
	if (range.min >= cut) return "present";
	return range.max < cut ? "absent" : "unknown";
}
// src/screening/tri-condition.ts
/**
* A condition over answers, three-valued: what was left blank, or answered with "not sure" or "prefer not to say", is
* unknown unless the condition lists it. Source: `docs/clinical-reference.md` 3.1.
*
* @example triOf({ key: 'seizure', is: ['yes'] }, intake) // 'unknown' where seizure is 'unsure'
*/
function triOf(condition, intake) {
	if ("all" in condition) return and(...condition.all.map((part) => triOf(part, intake)));
	if ("any" in condition) return or(...condition.any.map((part) => triOf(part, intake)));
	const value = answerTo(condition.key, intake);
	if ("is" in condition) return listed$1(value, condition);
	if ("given" in condition) return presentIf(value !== void 0);
	if ("count" in condition) return Array.isArray(value) ? presentIf(value.length >= condition.count) : "unknown";
	return above(value, condition);
}
/** A blank list of goals is none chosen, a blank list of medicines an empty one; any other blank is unknown. */
var blankIsEmpty = ["conditions", "medications"];
function answerTo(key, intake) {
	if (key === "medications") return intake.medicines().drugs;
	return intake.answers[key] ?? (blankIsEmpty.includes(key) ? [] : void 0);
}
var notTold = [
	"unsure",
	"declined",
	void 0,
	null
];
function listed$1(value, { is }) {
	const values = Array.isArray(value) ? value : [value];
	if (values.some((one) => is.some((wanted) => wanted === (one ?? null)))) return "present";
	return values.some((one) => notTold.includes(one)) ? "unknown" : "absent";
}
function above(value, { above: cut }) {
	const values = Array.isArray(value) ? value : [value];
	if (values.some((one) => typeof one === "number" && one > cut)) return "present";
	return values.every((one) => typeof one === "number") ? "absent" : "unknown";
}
// src/screening/clinic-pack.ts
var rank = (severity) => severity === null ? severities.length : severities.indexOf(severity);
/** The worse of two: nothing that a clinic writes makes a rule weigh less. */
var worse = (one, other) => rank(other) < rank(one) ? other : one;
/** How much one of our rules weighs for IV ketamine at this clinic. */
function raisedFor(clinic, rule, severity) {
	const raise = clinic?.raise.find((one) => one.rule === rule);
	return raise ? worse(severity, raise.to) : severity;
}
var resultOf = (rule, intake) => triOf(rule.when, intake);
/** What a flag owes to the clinic's own rules; nothing where it is ours alone. */
function clinicsOwn(clinic, id) {
	if (!clinic) return void 0;
	const { version, approvedBy, approvedOn } = clinic;
	const added = clinic.add.find((rule) => rule.id === id);
	if (added) return {
		kind: "added",
		version,
		approvedBy,
		approvedOn,
		why: added.source
	};
	const raise = clinic.raise.find(({ rule }) => rule === id);
	return raise && {
		kind: "raised",
		version,
		approvedBy,
		approvedOn,
		why: raise.why
	};
}
// src/screening/disposition.ts
/**
* The first of these that holds, for the flags of one treatment. Urgency stands beside it, not in it.
* Source: `docs/clinical-reference.md` 3.2, steps 2–5.
*/
function dispositionFor(treatment, flags) {
	const present = flags.filter(({ status }) => status === "present");
	if (present.some(({ id }) => id === "DEM-UNDER18")) return "STOP-UNDER-18";
	if (present.some((flag) => flag[treatment] === "contraindication")) return "LABEL-CI";
	if (flags.some((flag) => needsReview(flag.status, flag[treatment]))) return "REVIEW";
	return "ROUTINE";
}
/** A present contraindication was seen before; one that is unknown needs review like the rest. */
var needsReview = (status, severity) => severity === "urgent" || severity === "review" || severity === "contraindication" && status === "unknown";
// src/screening/rules/brain-and-eye.ts
/** Head, seizures, eyes. */
var brainAndEye = [
	{
		id: "NEU-ICP",
		tier: "core",
		finds: "High pressure in the head, hydrocephalus or a brain tumor.",
		severity: {
			spravato: "contraindication",
			ivKetamine: "review"
		},
		unknown: "flag",
		clinician: "Raised intracranial pressure or mass. SPR: listed with the BP contraindication (§5.7). IVK: ASRA grade C “not use, or lower doses with extreme caution”.",
		tags: ["consensusContraindication"],
		sources: [
			"S-5.7",
			"A-CH",
			"K-1"
		],
		reads: ["raisedIcp"],
		when: ({ answers }) => tri(answers.raisedIcp)
	},
	{
		id: "NEU-HEAD-INJURY",
		tier: "core",
		finds: "Head injury in the past 3 months, or still with symptoms.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Recent/symptomatic brain injury.",
		sources: ["S-MG"],
		reads: ["headInjury"],
		when: ({ answers }) => tri(answers.headInjury)
	},
	{
		id: "NEU-SEIZURE",
		tier: "core",
		finds: "Seizures or epilepsy.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Seizure disorder: control, last event, interacting drugs (theophylline).",
		sources: ["K-1", "GK"],
		reads: ["seizure"],
		when: ({ answers }) => tri(answers.seizure)
	},
	{
		id: "EYE-PRESSURE",
		tier: "extended",
		finds: "Glaucoma, or recent eye surgery or injury.",
		severity: {
			spravato: "caution",
			ivKetamine: "review"
		},
		unknown: "flag",
		clinician: "Raised intraocular pressure: ASRA grade C caution for IV ketamine.",
		tags: ["consensusContraindication"],
		sources: ["A-CH", "K-1"],
		reads: ["eyePressure"],
		when: ({ answers }) => tri(answers.eyePressure)
	}
];
// src/screening/rules/breathing.ts
/** Sleep apnea, lungs, body size. */
var breathing = [
	{
		id: "RS-APNEA",
		tier: "core",
		finds: "Sleep apnea that is not treated. Unknown when not sure or blank.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Untreated or unclear sleep apnea: sedation / respiratory depression.",
		sources: ["S-BW", "E-PIL"],
		reads: ["apnea"],
		when: ({ answers: { apnea } }) => {
			if (apnea === "none" || apnea === "treated") return "absent";
			return apnea === "untreated" ? "present" : "unknown";
		}
	},
	{
		id: "RS-APNEA-TREATED",
		tier: "extended",
		finds: "Sleep apnea that is treated.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "Treated sleep apnea: monitor.",
		sources: ["E-PIL", "GK"],
		reads: ["apnea"],
		when: ({ answers }) => presentIf(answers.apnea === "treated")
	},
	{
		id: "RS-LUNG",
		tier: "core",
		finds: "Severe COPD or asthma, oxygen at home, or low oxygen.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Significant lung disease.",
		sources: ["S-5.3", "E-PIL"],
		reads: ["lung"],
		when: ({ answers }) => tri(answers.lung)
	},
	{
		id: "RS-BMI35",
		tier: "extended",
		finds: "BMI of 35 or more (pounds × 703 ÷ inches², not rounded). Unknown when height or weight is blank.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "BMI ≥ 35: EU advises extra precautions with sleep apnea + obesity.",
		sources: ["E-PIL"],
		reads: ["heightIn", "weightLb"],
		when: ({ answers: { heightIn, weightLb } }) => bmiAtLeast35(heightIn, weightLb)
	}
];
var bmiAtLeast35 = (heightIn, weightLb) => typeof heightIn === "number" && typeof weightLb === "number" ? presentIf(weightLb * 703 / heightIn ** 2 >= 35) : "unknown";
// src/screening/rules/demographics.ts
/** Who the patient is, and who is answering. */
var demographics = [
	{
		id: "DEM-UNDER18",
		tier: "core",
		finds: "Age below 18 on the day of sending, by calendar date. The only automatic stop; without a birth date everything else is read as for an adult.",
		severity: both("contraindication"),
		unknown: "flag",
		clinician: "Under 18. SPRAVATO is not approved in pediatric patients; clinic is adult-only.",
		sources: ["S-BW", "S-8.4"],
		reads: ["birthDate"],
		when: ({ age }) => ageIs(age, (years) => years < 18)
	},
	{
		id: "DEM-AGE-18-24",
		tier: "core",
		finds: "Age 18 to 24.",
		severity: {
			spravato: "caution",
			ivKetamine: "info"
		},
		unknown: "omit",
		clinician: "Age 18–24: antidepressant class boxed warning; monitor closely for new or worse suicidal thoughts, especially early and at dose changes.",
		sources: ["S-BW", "S-5.6"],
		reads: ["birthDate"],
		when: ({ age }) => ageIs(age, (years) => years >= 18 && years <= 24)
	},
	{
		id: "DEM-AGE-65",
		tier: "core",
		finds: "Age 65 or older.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "Age ≥ 65: higher esketamine exposure and larger mean BP rise reported in older adults; review falls, cognition and polypharmacy.",
		sources: ["S-8.5 (stored secondary)", "GK"],
		reads: ["birthDate"],
		when: ({ age }) => ageIs(age, (years) => years >= 65)
	},
	{
		id: "DEM-PROXY",
		tier: "core",
		finds: "A legal decision-maker, or the form filled in by somebody other than the patient or the staff.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Form completed by someone else, or patient has a legal decision-maker: confirm capacity, consent and accuracy.",
		sources: ["GK"],
		reads: [
			"guardian",
			"completedBy",
			"helperName",
			"helperRelation"
		],
		when: ({ answers }) => or(tri(answers.guardian), completedByOther(answers.completedBy))
	}
];
var ageIs = (age, holds) => age === void 0 ? "unknown" : presentIf(holds(age));
var completedByOther = (completedBy) => {
	if (completedBy === "other") return "present";
	return completedBy === "self" || completedBy === "staff" ? "absent" : "unknown";
};
// src/screening/rules/heart.ts
/** Above these, in mmHg, the label asks to weigh a further rise before each dose; exactly 140/90 is not above. S-2. */
var preDoseGuide = {
	systolic: 140,
	diastolic: 90
};
/** Heart, blood vessels, blood pressure, and ketamine allergy. */
var heart = [
	{
		id: "CV-ANEURYSM",
		tier: "core",
		finds: "Aneurysm of the aorta (chest or belly), the brain, the arms or the legs.",
		severity: both("contraindication"),
		unknown: "flag",
		clinician: "Aneurysmal vascular disease reported. SPRAVATO contraindicated (§4). IV ketamine: same BP hazard (Ketalar §4, inferred).",
		tags: ["inferred"],
		sources: ["S-4", "K-4"],
		reads: ["aneurysm"],
		when: ({ answers }) => tri(answers.aneurysm)
	},
	{
		id: "CV-AVM",
		tier: "core",
		finds: "Arteriovenous malformation.",
		severity: both("contraindication"),
		unknown: "flag",
		clinician: "Arteriovenous malformation reported. SPRAVATO §4; IV ketamine inferred from Ketalar §4.",
		tags: ["inferred"],
		sources: ["S-4", "K-4"],
		reads: ["avm"],
		when: ({ answers }) => tri(answers.avm)
	},
	{
		id: "CV-ICH",
		tier: "core",
		finds: "Bleeding in or around the brain, ever. Asked broadly; the clinician decides whether it was intracerebral.",
		severity: both("contraindication"),
		unknown: "flag",
		clinician: "History of intracranial bleed. SPRAVATO §4 names intracerebral hemorrhage; confirm type. IVK inferred.",
		tags: ["inferred"],
		sources: ["S-4", "K-4"],
		reads: ["brainBleed"],
		when: ({ answers }) => tri(answers.brainBleed)
	},
	{
		id: "AL-KETAMINE",
		tier: "core",
		finds: "Allergy to ketamine, esketamine or an ingredient.",
		severity: both("contraindication"),
		unknown: "flag",
		clinician: "Hypersensitivity to ketamine/esketamine/excipients reported: contraindicated for both.",
		sources: ["S-4", "K-4"],
		reads: ["ketamineAllergy", "allergies"],
		when: ({ answers }) => tri(answers.ketamineAllergy)
	},
	{
		id: "CV-BP-SEVERE",
		tier: "core",
		finds: "A self-reported number at or over the clinic’s limit (180 systolic or 110 diastolic unless set otherwise), however old. Never unknown.",
		severity: both("review"),
		unknown: "omit",
		clinician: "Self-reported BP {s}/{d}: severe range. Not for dosing until evaluated.",
		places: (intake) => bloodPressure(intake),
		tags: ["consensusContraindication"],
		sources: [
			"S-5.7",
			"A-CH",
			"GK (threshold)"
		],
		reads: [
			"sbp",
			"dbp",
			"bpAge"
		],
		when: (intake) => presentIf(isSevere(intake))
	},
	{
		id: "CV-BP-ELEVATED",
		tier: "core",
		finds: "Not severe, and a self-reported number over 140 systolic or 90 diastolic; exactly 140/90 is not over. Never unknown.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "Self-reported BP {s}/{d} above the label’s pre-dose guide (> 140 / > 90): weigh short-term rise vs benefit; EU guide for ≥ 65 is > 150/90.",
		places: (intake) => bloodPressure(intake),
		sources: ["S-2", "E-SMPC"],
		reads: [
			"sbp",
			"dbp",
			"bpAge"
		],
		when: (intake) => and(presentIf(!isSevere(intake)), presentIf(isAbovePreDoseGuide(intake)))
	},
	{
		id: "CV-BP-UNKNOWN",
		tier: "core",
		finds: "A blood pressure number is missing, or the reading is older than 6 months or of unknown age. Never unknown.",
		severity: both("info"),
		unknown: "omit",
		clinician: "No recent BP: measure before any decision.",
		sources: ["S-2"],
		reads: [
			"sbp",
			"dbp",
			"bpAge"
		],
		when: ({ answers: { sbp, dbp, bpAge } }) => presentIf(sbp === void 0 || dbp === void 0 || bpAge !== "within6m")
	},
	{
		id: "CV-HTN-UNCONTROLLED",
		tier: "core",
		finds: "High blood pressure that is not under control. Unknown when either is unknown.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Hypertension not (or not known to be) controlled.",
		tags: ["consensusContraindication"],
		sources: ["S-5.7", "A-CH"],
		reads: ["htn", "htnControlled"],
		when: ({ answers: { htn, htnControlled } }) => htn === "yes" ? not(tri(htnControlled)) : tri(htn)
	},
	{
		id: "CV-HTN-ENCEPH",
		tier: "extended",
		finds: "Hypertensive encephalopathy, ever.",
		severity: both("review"),
		unknown: "flag",
		clinician: "History of hypertensive encephalopathy: label calls for more intensive monitoring.",
		sources: ["S-5.7"],
		reads: ["htnEnceph"],
		when: ({ answers }) => tri(answers.htnEnceph)
	},
	{
		id: "CV-MI-RECENT",
		tier: "core",
		finds: "Heart attack in the past 6 weeks. Unknown when there was one and the time is not given; whether there was one at all is CV-MI-PAST’s.",
		severity: both("review"),
		unknown: "flag",
		clinician: "MI within 6 weeks: contraindicated in the EU SmPC; US label → careful assessment.",
		sources: ["E-PIL", "S-5.7"],
		reads: ["mi", "miWhen"],
		when: ({ answers: { mi, miWhen } }) => {
			if (mi !== "yes" || miWhen === "6wTo6m" || miWhen === "over6m") return "absent";
			return miWhen === "within6w" ? "present" : "unknown";
		}
	},
	{
		id: "CV-MI-PAST",
		tier: "core",
		finds: "Heart attack, unless it was in the past 6 weeks; an unknown time counts as past.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Past MI: US label asks for benefit/risk assessment of cardiovascular conditions.",
		sources: ["S-5.7", "S-MG"],
		reads: ["mi", "miWhen"],
		when: ({ answers: { mi, miWhen } }) => mi === "yes" ? presentIf(miWhen !== "within6w") : tri(mi)
	},
	{
		id: "CV-STROKE-TIA",
		tier: "core",
		finds: "Stroke or mini-stroke, ever.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Stroke/TIA history: type, date, BP target.",
		sources: [
			"S-5.7",
			"S-MG",
			"E-PIL"
		],
		reads: ["strokeTia"],
		when: ({ answers }) => tri(answers.strokeTia)
	},
	{
		id: "CV-HF-VALVE",
		tier: "core",
		finds: "Heart failure, valve disease or cardiomyopathy.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Heart failure / valve disease reported.",
		sources: ["S-MG", "E-PIL"],
		reads: ["hfValve"],
		when: ({ answers }) => tri(answers.hfValve)
	},
	{
		id: "CV-CARDIAC-SX",
		tier: "core",
		finds: "In the past month chest pain, fainting, or a fast or slow heartbeat with breathlessness.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Current cardiac symptoms: evaluate before treatment.",
		tags: ["consensusContraindication"],
		sources: ["S-MG", "A-CH"],
		reads: ["cardiacSx"],
		when: ({ answers }) => tri(answers.cardiacSx)
	},
	{
		id: "CV-ARRHYTHMIA",
		tier: "extended",
		finds: "Arrhythmia, pacemaker or long QT.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "Arrhythmia / pacemaker / long QT: consider ECG.",
		sources: ["S-MG", "K-1"],
		reads: ["arrhythmia"],
		when: ({ answers }) => tri(answers.arrhythmia)
	}
];
var known = (pressure) => typeof pressure === "number" ? pressure : 0;
var isSevere = ({ answers: { sbp, dbp }, thresholds }) => known(sbp) >= thresholds.severeSystolic || known(dbp) >= thresholds.severeDiastolic;
var isAbovePreDoseGuide = ({ answers: { sbp, dbp } }) => known(sbp) > preDoseGuide.systolic || known(dbp) > preDoseGuide.diastolic;
var bloodPressure = ({ answers: { sbp, dbp } }) => ({
	s: sbp ?? "–",
	d: dbp ?? "–"
});
// src/lib/dates.ts
var daysIn = (year, month) => {
	if (month === 2) return year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28;
	return [
		4,
		6,
		9,
		11
	].includes(month) ? 30 : 31;
};
/**
* Reads a whole date that exists in the calendar, else `undefined`.
*
* @example parseDate('2008-02-29') // { year: 2008, month: 2, day: 29 }
*/
function parseDate(text) {
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
	if (!year || !month || !day) return void 0;
	return month <= 12 && day <= daysIn(year, month) ? {
		year,
		month,
		day
	} : void 0;
}
/**
* Age in whole years on a day, by calendar date: on the 18th birthday a person is 18.
* Somebody born on 29 February is a year older on 1 March of a common year.
*
* @param birthDate a date that exists, `YYYY-MM-DD`
* @param asOf the day to count to, `YYYY-MM-DD`
* @returns whole years, or `undefined` where either text is not a date
*/
function ageOn(birthDate, asOf) {
	const born = parseDate(birthDate);
	const today = parseDate(asOf);
	if (!born || !today) return void 0;
	const hadBirthday = today.month > born.month || today.month === born.month && today.day >= born.day;
	return today.year - born.year - (hadBirthday ? 0 : 1);
}
// src/screening/medicines/classes.ts
var lists = {
	benzodiazepine: {
		alprazolam: ["Xanax"],
		chlordiazepoxide: ["Librium"],
		clobazam: ["Onfi"],
		clonazepam: ["Klonopin"],
		clorazepate: ["Tranxene"],
		diazepam: ["Valium"],
		estazolam: [],
		flurazepam: [],
		lorazepam: ["Ativan", "Loreev"],
		midazolam: [],
		oxazepam: [],
		quazepam: ["Doral"],
		temazepam: ["Restoril"],
		triazolam: ["Halcion"]
	},
	opioid: {
		buprenorphine: [
			"Suboxone",
			"Subutex",
			"Zubsolv",
			"Sublocade",
			"Brixadi",
			"Belbuca",
			"Butrans"
		],
		methadone: [],
		codeine: [],
		fentanyl: [],
		hydrocodone: [
			"Norco",
			"Vicodin",
			"Hysingla"
		],
		hydromorphone: ["Dilaudid"],
		levorphanol: [],
		meperidine: [],
		morphine: ["MS Contin"],
		oxycodone: [
			"OxyContin",
			"Percocet",
			"Roxicodone"
		],
		oxymorphone: [],
		tapentadol: ["Nucynta"],
		tramadol: ["Ultram"]
	},
	otherDepressant: {
		zolpidem: ["Ambien"],
		eszopiclone: ["Lunesta"],
		zaleplon: ["Sonata"],
		suvorexant: ["Belsomra"],
		lemborexant: ["Dayvigo"],
		daridorexant: ["Quviviq"],
		gabapentin: [
			"Neurontin",
			"Gralise",
			"Horizant"
		],
		pregabalin: ["Lyrica"],
		baclofen: [],
		carisoprodol: ["Soma"],
		cyclobenzaprine: ["Flexeril"],
		tizanidine: ["Zanaflex"],
		methocarbamol: ["Robaxin"],
		phenobarbital: [],
		primidone: [],
		butalbital: ["Fioricet"],
		"sodium-oxybate": ["Xyrem", "Xywav"],
		hydroxyzine: ["Vistaril"],
		diphenhydramine: [],
		doxylamine: [],
		promethazine: [],
		quetiapine: ["Seroquel"],
		olanzapine: ["Zyprexa"],
		clozapine: ["Clozaril"],
		chlorpromazine: [],
		trazodone: []
	},
	stimulant: {
		amphetamine: [
			"Adderall",
			"Mydayis",
			"Evekeo"
		],
		dextroamphetamine: [
			"Dexedrine",
			"Zenzedi",
			"Xelstrym"
		],
		lisdexamfetamine: ["Vyvanse"],
		methamphetamine: ["Desoxyn"],
		methylphenidate: [
			"Ritalin",
			"Concerta",
			"Metadate",
			"Daytrana",
			"Jornay PM"
		],
		dexmethylphenidate: ["Focalin", "Azstarys"],
		modafinil: ["Provigil"],
		armodafinil: ["Nuvigil"],
		solriamfetol: ["Sunosi"],
		phentermine: ["Adipex-P", "Qsymia"]
	},
	maoi: {
		isocarboxazid: [],
		phenelzine: [],
		tranylcypromine: [],
		selegiline: ["Zelapar"],
		"selegiline-td": [],
		rasagiline: ["Azilect"],
		safinamide: ["Xadago"],
		linezolid: ["Zyvox"],
		"methylene-blue": ["Provayblue"]
	},
	theophylline: {
		theophylline: [],
		aminophylline: []
	},
	pressureRaising: {
		pseudoephedrine: [],
		"phenylephrine-oral": [],
		midodrine: [],
		droxidopa: [],
		vasopressin: [],
		desmopressin: [],
		ergotamine: [],
		methylergonovine: [],
		levothyroxine: [],
		liothyronine: [],
		atomoxetine: ["Strattera"],
		viloxazine: ["Qelbree"]
	},
	nasal: {
		"fluticasone-nasal": [],
		"mometasone-nasal": [],
		"triamcinolone-nasal": [],
		"budesonide-nasal": [],
		"oxymetazoline-nasal": ["Afrin"],
		"phenylephrine-nasal": []
	},
	cypInhibitor: {
		clarithromycin: [],
		itraconazole: [],
		ketoconazole: [],
		posaconazole: [],
		voriconazole: [],
		ritonavir: [],
		cobicistat: [],
		nefazodone: [],
		ticlopidine: []
	},
	cypInducer: {
		rifampin: [],
		carbamazepine: [],
		phenytoin: [],
		phenobarbital: [],
		efavirenz: [],
		"st-johns-wort": []
	},
	lamotrigine: { lamotrigine: ["Lamictal"] },
	naltrexone: { naltrexone: ["Vivitrol"] }
};
var medicineClasses = Object.keys(lists);
/** Each list, by key of the drug, with the brands written there. */
var classLists = lists;
/**
* Whether a drug is in a list.
*
* @example isIn('maoi', 'selegiline-td') // true
*/
var isIn = (list, drug) => Object.hasOwn(lists[list], drug);
// src/screening/medicines/normalize.ts
/**
* A medicine's name as plain words: lower case, apostrophes dropped, every other character outside a–z and 0–9 a
* space (clinical reference 3.5, "Matching").
*
* @example plainWords("St. John's wort 300mg") // ['st', 'johns', 'wort', '300mg']
*/
var plainWords = (text) => text.toLowerCase().replace(/['’‘ʼ＇]/g, "").split(/[^a-z0-9]+/).filter(Boolean);
/** The plain words joined by single spaces: two spellings of one typed name are then the same text. */
var plainName = (text) => plainWords(text).join(" ");
// src/screening/medicines/antidepressants.ts
var table = {
	citalopram: {
		brands: ["Celexa"],
		class: "SSRI",
		minimum: 20,
		source: "T-ATRQ"
	},
	escitalopram: {
		brands: ["Lexapro"],
		class: "SSRI",
		minimum: 10,
		source: "T-ATRQ"
	},
	fluoxetine: {
		brands: ["Prozac", "Sarafem"],
		class: "SSRI",
		minimum: 20,
		source: "T-ATRQ",
		note: "90 mg once a week equals 20 mg a day (GK)"
	},
	fluvoxamine: {
		brands: ["Luvox"],
		class: "SSRI",
		minimum: 50,
		source: "T-ATRQ",
		note: "Other lists use 100 mg (GK)"
	},
	paroxetine: {
		brands: ["Paxil", "Pexeva"],
		class: "SSRI",
		minimum: 20,
		source: "T-ATRQ"
	},
	"paroxetine-cr": {
		brands: ["Paxil CR"],
		class: "SSRI",
		minimum: 25,
		source: "T-ATRQ",
		note: "The form says 20/25"
	},
	sertraline: {
		brands: ["Zoloft"],
		class: "SSRI",
		minimum: 50,
		source: "T-ATRQ"
	},
	vilazodone: {
		brands: ["Viibryd"],
		class: "SSRI",
		minimum: 40,
		source: "T-ATRQ",
		note: "SSRI with 5-HT1A action; the newer label allows 20 mg [T-DOSE]"
	},
	vortioxetine: {
		brands: ["Trintellix", "Brintellix"],
		class: "multimodal",
		minimum: 10,
		source: "T-ATRQ"
	},
	venlafaxine: {
		brands: ["Effexor"],
		class: "SNRI",
		minimum: 150,
		source: "T-ATRQ"
	},
	desvenlafaxine: {
		brands: ["Pristiq", "Khedezla"],
		class: "SNRI",
		minimum: 50,
		source: "T-ATRQ"
	},
	duloxetine: {
		brands: ["Cymbalta", "Drizalma"],
		class: "SNRI",
		minimum: 60,
		source: "T-ATRQ"
	},
	levomilnacipran: {
		brands: ["Fetzima"],
		class: "SNRI",
		minimum: 40,
		source: "T-ATRQ"
	},
	milnacipran: {
		brands: ["Savella"],
		class: "SNRI",
		minimum: 100,
		source: "T-ATRQ",
		note: "In the US for fibromyalgia"
	},
	bupropion: {
		brands: [
			"Wellbutrin",
			"Aplenzin",
			"Forfivo",
			"Zyban"
		],
		class: "NDRI",
		minimum: 300,
		source: "T-ATRQ",
		note: "Aplenzin 348 mg equals about 300 mg (GK); Zyban is for smoking"
	},
	mirtazapine: {
		brands: ["Remeron"],
		class: "NaSSA",
		minimum: 15,
		source: "T-ATRQ",
		note: "Some lists use 30 mg (GK)"
	},
	trazodone: {
		brands: ["Desyrel", "Oleptro"],
		class: "SARI",
		minimum: 300,
		source: "T-ATRQ",
		note: "25–100 mg for sleep never counts"
	},
	nefazodone: {
		brands: ["Serzone"],
		class: "SARI",
		minimum: 300,
		source: "T-ATRQ",
		note: "Generic only"
	},
	amitriptyline: {
		brands: ["Elavil", "Endep"],
		class: "TCA",
		minimum: 150,
		source: "T-ATRQ",
		note: "10–75 mg for pain or sleep does not count"
	},
	nortriptyline: {
		brands: ["Pamelor", "Aventyl"],
		class: "TCA",
		minimum: 75,
		source: "T-ATRQ"
	},
	imipramine: {
		brands: ["Tofranil"],
		class: "TCA",
		minimum: 150,
		source: "T-ATRQ"
	},
	desipramine: {
		brands: ["Norpramin"],
		class: "TCA",
		minimum: 150,
		source: "T-ATRQ"
	},
	clomipramine: {
		brands: ["Anafranil"],
		class: "TCA",
		minimum: 150,
		source: "T-ATRQ"
	},
	doxepin: {
		brands: [
			"Sinequan",
			"Adapin",
			"Silenor"
		],
		class: "TCA",
		minimum: 150,
		source: "T-ATRQ",
		note: "Silenor 3–6 mg is for sleep"
	},
	trimipramine: {
		brands: ["Surmontil"],
		class: "TCA",
		minimum: 150,
		source: "T-ATRQ"
	},
	protriptyline: {
		brands: ["Vivactil"],
		class: "TCA",
		minimum: 30,
		source: "T-ATRQ"
	},
	amoxapine: {
		brands: ["Asendin"],
		class: "TCA",
		minimum: 150,
		source: "T-ATRQ",
		note: "Others use a higher dose (GK)"
	},
	maprotiline: {
		brands: ["Ludiomil"],
		class: "tetracyclic",
		minimum: 150,
		source: "T-ATRQ"
	},
	phenelzine: {
		brands: ["Nardil"],
		class: "MAOI",
		minimum: 45,
		source: "T-ATRQ"
	},
	tranylcypromine: {
		brands: ["Parnate"],
		class: "MAOI",
		minimum: 30,
		source: "T-ATRQ"
	},
	isocarboxazid: {
		brands: ["Marplan"],
		class: "MAOI",
		minimum: 30,
		source: "T-ATRQ"
	},
	"selegiline-td": {
		brands: ["Emsam"],
		class: "MAOI",
		minimum: 6,
		source: "T-ATRQ",
		note: "Patch, mg in 24 hours; not oral, but counted by the ATRQ"
	},
	"dextromethorphan-bupropion": {
		brands: ["Auvelity"],
		class: "NMDA + NDRI",
		minimum: "notInTable",
		source: "GK",
		note: "2 tablets a day (90/210 mg) would be adequate (GK); unknown until confirmed"
	},
	gepirone: {
		brands: ["Exxua"],
		class: "5-HT1A",
		minimum: "notInTable",
		source: "GK",
		note: "36.3 mg would be adequate (GK); unknown until confirmed"
	},
	zuranolone: {
		brands: ["Zurzuvae"],
		class: "neurosteroid",
		minimum: "neverCounts",
		source: "GK",
		note: "A 14-day course after childbirth: does not count at any dose"
	}
};
var antidepressants = table;
var antidepressantKeys = Object.keys(table);
var isAntidepressant = (drug) => Object.hasOwn(table, drug);
/** Antidepressants sold elsewhere, with the form's minimum in mg a day [T-ATRQ]. Not known names. */
var notUsAntidepressants = {
	agomelatine: 25,
	moclobemide: 300,
	reboxetine: 4,
	tianeptine: 37.5,
	mianserin: 30,
	pirlindole: 200,
	opipramol: 150,
	pipofezine: 150,
	noxiptiline: 100
};
/**
* The antidepressant sold elsewhere that a typed name holds, so that the clinician sees the form's minimum beside a
* trial that could not be judged.
*
* @example notUsAntidepressant('Moclobemide 300') // { name: 'moclobemide', minimum: 300 }
*/
function notUsAntidepressant(text) {
	const words = plainWords(text);
	const [found] = Object.entries(notUsAntidepressants).filter(([name]) => words.includes(name));
	return found && {
		name: found[0],
		minimum: found[1]
	};
}
// src/screening/medicines/names.ts
/**
* The other medicines named in section 7 of the clinical reference: known, and in no list. Only these names; what
* the picker knows beyond them is not known here.
*/
var otherKnown = [
	"lisinopril",
	"losartan",
	"amlodipine",
	"metoprolol",
	"atorvastatin",
	"metformin",
	"omeprazole",
	"albuterol",
	"tamsulosin",
	"ibuprofen",
	"testosterone",
	"lithium",
	"aripiprazole",
	"buspirone"
];
var listed = medicineClasses.flatMap((one) => Object.entries(classLists[one]));
/** Every known drug once. */
var drugKeys = [.../* @__PURE__ */ new Set([
	...antidepressantKeys,
	...listed.map(([key]) => key),
	...otherKnown
])];
new Set(drugKeys);
/** The brands of a drug that are known names. */
var brandsOf = (drug) => [.../* @__PURE__ */ new Set([...isAntidepressant(drug) ? antidepressants[drug].brands : [], ...listed.flatMap(([key, brands]) => key === drug ? brands : [])])];
/** Names that are neither a key nor a brand: other forms of a name, and a name without the form that its key has. */
var furtherNames = [
	["selegiline patch", ["selegiline-td"]],
	["phenylephrine", ["phenylephrine-oral", "phenylephrine-nasal"]],
	["phenylephrine spray", ["phenylephrine-nasal"]],
	["fluticasone", ["fluticasone-nasal"]],
	["mometasone", ["mometasone-nasal"]],
	["triamcinolone", ["triamcinolone-nasal"]],
	["budesonide", ["budesonide-nasal"]],
	["oxymetazoline", ["oxymetazoline-nasal"]]
];
var name = (text, drugs) => ({
	words: plainWords(text),
	drugs
});
/** Every known name with what it stands for. */
var knownNames = [...drugKeys.flatMap((key) => [key, ...brandsOf(key)].map((text) => name(text, [key]))), ...furtherNames.map(([text, drugs]) => name(text, drugs))];
var longestFirst = (one, other) => other.words.length - one.words.length;
/** The known names by their first word. */
var namesByFirstWord = /* @__PURE__ */ new Map();
for (const one of knownNames) {
	const [first = ""] = one.words;
	namesByFirstWord.set(first, [...namesByFirstWord.get(first) ?? [], one]);
}
var standsAt = (words, at, { words: wanted }) => wanted.every((word, index) => words[at + index] === word);
/** What stands in the words, the longest name first, each word used once, in the order of the text. */
function drugsIn(words) {
	const found = words.flatMap((word, at) => (namesByFirstWord.get(word) ?? []).filter((one) => standsAt(words, at, one)).map((one) => ({
		...one,
		at
	})));
	if (found.length === 1) return found[0]?.drugs ?? [];
	const used = /* @__PURE__ */ new Set();
	const kept = found.toSorted(longestFirst).filter(({ words: { length }, at }) => {
		const places = Array.from({ length }, (_, index) => at + index);
		if (places.some((place) => used.has(place))) return false;
		for (const place of places) used.add(place);
		return true;
	});
	return [...new Set(kept.toSorted((one, other) => one.at - other.at).flatMap(({ drugs }) => drugs))];
}
/** Single names and keys as they are mostly stored, answered without taking the text apart. */
var atOnce = new Map([...drugKeys, ...knownNames.map(({ words }) => words.join(" "))].map((text) => [text, drugsIn(plainWords(text))]));
/**
* The known drugs in a typed name, brand or key, each once, in the order of the text (clinical reference 3.5): whole
* adjacent words, never inside a word, longest name first, each word used once, every match counts.
*
* @example matchMedicine('Paxil CR 25 mg') // ['paroxetine-cr']
* @example matchMedicine('promethazine-codeine') // ['promethazine', 'codeine']
* @example matchMedicine('codeines') // []
*/
var matchMedicine = (text) => atOnce.get(text) ?? drugsIn(plainWords(text));
/** The known drugs of one entry of `medications`: of an object, its key if there is one, otherwise its name. */
var matchEntry = (entry) => matchMedicine(typeof entry === "string" ? entry : entry.key ?? entry.name);
var sameDrug = {
	"paroxetine-cr": "paroxetine",
	"selegiline-td": "selegiline"
};
/** The drug without its form: forms of one drug count as one in the trials (clinical reference 3.4). */
var withoutForm = (drug) => sameDrug[drug] ?? drug;
// src/screening/current-medicines.ts
/** Reads the list of current medicines; a blank list is an empty one. */
function currentMedicines(medications) {
	const matches = (Array.isArray(medications) ? medications : []).map(drugsOf);
	return {
		drugs: [...new Set(matches.flat())],
		unmatched: matches.filter((drugs) => drugs.length === 0).length
	};
}
var drugsOf = (entry) => isReadable$1(entry) ? matchEntry(entry) : [];
var isReadable$1 = (entry) => {
	if (typeof entry !== "object" || entry === null) return typeof entry === "string";
	return typeof ("key" in entry && entry.key !== void 0 ? entry.key : "name" in entry && entry.name) === "string";
};
/** The drugs of these lists that the person takes. */
var takenFrom = ({ drugs }, ...lists) => drugs.filter((drug) => lists.some((list) => isIn(list, drug)));
/** Their names for the clinician: `sodium oxybate, trazodone`. */
var namesOf = (drugs) => drugs.map((drug) => drug.replaceAll("-", " ")).join(", ");
// src/screening/suicide-screen.ts
var wishesAndPast = [
	"asq1",
	"asq2",
	"asq3",
	"asq4"
];
/**
* The ASQ. Items 1–4 positive unless each is a clear no; acute unless item 5 is a clear no as well. Where items 1–4
* are only no and blank, item 5 is not shown and counts as blank: a record without the screen is urgent.
* Source: N-ASQ; "not sure" and blanks as refusals are ours (`docs/clinical-reference.md` 4.3).
*/
var asq = {
	reads: [...wishesAndPast, "asq5"],
	positive: (answers) => wishesAndPast.some((item) => answers[item] !== "no"),
	acute: (answers) => wishesAndPast.some((item) => answers[item] !== "no") && answers.asq5 !== "no"
};
/**
* A clinic's own instrument: every item that was shown counts unless it is a clear no, a blank and a refusal too.
* Source: `docs/clinical-reference.md` 4.4.
*/
function ownScreen({ items, acute }, shown) {
	const anyOf = (keys) => (answers) => keys.some((key) => shown.has(key) && answers[key] !== "no");
	return {
		reads: items,
		positive: anyOf(items),
		acute: anyOf(acute)
	};
}
// src/screening/trials.ts
/** From this many different drugs on, depression is treatment-resistant. S-TRD. */
var drugsNeeded = 2;
/**
* Reads the antidepressants a person has tried, and counts different drugs, not trials.
*
* @param trials `undefined`: never answered
* @param thresholds `trialWeeks`: how long a trial must have lasted
*/
function trialCount(trials, thresholds) {
	const answered = Array.isArray(trials);
	const readings = (answered ? trials : []).filter(isReadable).map((trial) => readTrial(trial, thresholds));
	const adequate = distinct(readings.filter(({ failed }) => failed === "present"));
	const possible = distinct(readings.filter(({ failed }) => failed !== "absent"));
	return {
		answered,
		readings,
		adequate,
		possible,
		resistance: resistance$1(answered, adequate, possible)
	};
}
var resistance$1 = (answered, adequate, possible) => {
	if (adequate >= drugsNeeded) return "met";
	return !answered || possible >= drugsNeeded ? "unknown" : "notMet";
};
var distinct = (readings) => new Set(readings.map(({ drug }) => drug)).size;
var isReadable = (trial) => typeof trial === "object" && trial !== null && "drug" in trial && typeof trial.drug === "string";
/** Puts one trial to the five tests. */
function readTrial(trial, thresholds) {
	const matched = matchMedicine(trial.drug);
	const drug = matched.length === 1 ? matched[0] : void 0;
	const tests = {
		dose: doseTest(trial, drug),
		duration: durationTest(trial.weeks, thresholds.trialWeeks),
		episode: yesNoTest(trial.currentEpisode, "in this episode"),
		mostDays: yesNoTest(trial.mostDays, "taken most days"),
		response: responseTest(trial.response)
	};
	return {
		trial,
		name: drug ? drug.replaceAll("-", " ") : trial.drug,
		drug: drug ? withoutForm(drug) : `typed: ${plainName(trial.drug)}`,
		note: inTable(drug)?.note,
		...tests,
		failed: and(tests.dose.result, tests.duration.result, tests.episode.result, tests.mostDays.result, tests.response.result)
	};
}
var passed = { result: "present" };
var notPassed = (reason) => ({
	result: "absent",
	reason
});
var cannotTell = (reason) => ({
	result: "unknown",
	reason
});
var doseTest = ({ drug: typed, doseMg }, drug) => {
	const listed = drug && isAntidepressant(drug) ? antidepressants[drug] : void 0;
	if (!listed) return cannotTell(notInTable(typed));
	if (listed.minimum === "neverCounts") return notPassed("does not count at any dose");
	if (listed.minimum === "notInTable") return cannotTell("minimum dose not confirmed");
	if (typeof doseMg !== "number") return cannotTell("dose not given");
	return doseMg >= listed.minimum ? passed : notPassed(`dose below ${listed.minimum} mg`);
};
var inTable = (drug) => drug && isAntidepressant(drug) ? antidepressants[drug] : void 0;
var notInTable = (typed) => {
	const elsewhere = notUsAntidepressant(typed);
	return elsewhere ? `${elsewhere.name} is not sold in the US; minimum elsewhere ${elsewhere.minimum} mg` : "not in the dose table";
};
var durationTest = (weeks, needed) => {
	if (typeof weeks !== "number") return cannotTell("weeks not given");
	return weeks >= needed ? passed : notPassed(`fewer than ${needed} weeks`);
};
var yesNoTest = (answer, what) => {
	if (answer === "yes") return passed;
	if (answer === "no") return notPassed(`not ${what}`);
	return cannotTell(answer === "unsure" ? `not sure whether ${what}` : `${what}: not given`);
};
var responseTest = (response) => {
	switch (response) {
		case "none":
		case "some": return passed;
		case "good":
		case "remission": return notPassed("it helped");
		case "lostEffect": return notPassed("it helped, then wore off");
		case "unsure": return cannotTell("not sure how much it helped");
		default: return cannotTell("how much it helped: not given");
	}
};
var testNames = [
	"dose",
	"duration",
	"episode",
	"mostDays",
	"response"
];
/** Why a trial does not count, or may not; empty where it counts. */
var reasonsOf = (reading) => testNames.flatMap((name) => reading[name].reason ?? []);
/**
* Each trial on one line for a clinician.
*
* @example 'sertraline 100 mg, 12 weeks: counts; venlafaxine 75 mg, 7 weeks: dose below 150 mg'
*/
function describeTrials({ answered, readings }) {
	if (!answered) return "list of antidepressants not answered";
	if (readings.length === 0) return "none tried";
	return readings.map(describe).join("; ");
}
var describe = (reading) => {
	const { doseMg, weeks } = reading.trial;
	return `${[doseMg === void 0 ? reading.name : `${reading.name} ${doseMg} mg`, weeks === void 0 ? [] : `${weeks} weeks`].flat().join(", ")}: ${reasonsOf(reading).join(", ") || "counts"}`;
};
// src/screening/intake.ts
/** Looks at the answers that count on the day of sending. */
function intakeFrom({ answers, shown }, { asOf, thresholds, instrument }) {
	const { birthDate } = answers;
	return {
		answers,
		shown,
		age: typeof birthDate === "string" ? ageOn(birthDate, asOf) : void 0,
		thresholds,
		suicideScreen: instrument ? ownScreen(instrument, shown) : asq,
		instrument,
		medicines: once(() => currentMedicines(answers.medications)),
		trials: once(() => trialCount(answers.trials, thresholds))
	};
}
/** Whether the person hopes for help with depression: the goal that treatment resistance is about. */
var hopesForDepression = ({ answers }) => includes(answers.conditions, "depression");
/** Whether a list of choices holds one; a blank list holds none. */
var includes = (list, choice) => Array.isArray(list) && list.includes(choice);
var once = (make) => {
	let made;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
};
// src/screening/rules/indication.ts
/** What the treatment would be for, and whether treatment resistance shows. */
var indication = [
	{
		id: "TRD-MET",
		tier: "core",
		finds: "Depression is a goal, and at least 2 different antidepressants failed in this episode at an adequate dose and duration.",
		severity: {
			spravato: "info",
			ivKetamine: null
		},
		unknown: "omit",
		clinician: "≥ 2 adequate oral antidepressant failures in current episode by self-report; verify with records.",
		sources: ["S-1", "T-ATRQ"],
		reads: ["conditions", "trials"],
		when: (intake) => resistance(intake, "met")
	},
	{
		id: "TRD-NOT-MET",
		tier: "core",
		finds: "Depression is a goal, the list of antidepressants was answered (also with \"none\"), and fewer than 2 could count.",
		severity: {
			spravato: "review",
			ivKetamine: "info"
		},
		unknown: "omit",
		clinician: "Treatment resistance not shown by self-report ({trials}).",
		places: ({ trials }) => ({ trials: describeTrials(trials()) }),
		sources: ["S-1", "T-ATRQ"],
		reads: ["conditions", "trials"],
		when: (intake) => resistance(intake, "notMet")
	},
	{
		id: "TRD-UNKNOWN",
		tier: "core",
		finds: "Depression is a goal, and either the list of antidepressants was never answered, or missing answers decide whether 2 count.",
		severity: {
			spravato: "review",
			ivKetamine: "info"
		},
		unknown: "omit",
		clinician: "Treatment resistance cannot be determined ({trials}).",
		places: ({ trials }) => ({ trials: describeTrials(trials()) }),
		sources: ["T-ATRQ"],
		reads: ["conditions", "trials"],
		when: (intake) => resistance(intake, "unknown")
	},
	{
		id: "IND-SPR-NONMDD",
		tier: "core",
		finds: "Interest in SPRAVATO or either treatment, and depression is not among the goals.",
		severity: {
			spravato: "review",
			ivKetamine: null
		},
		unknown: "omit",
		clinician: "Interest in SPRAVATO without a depression (MDD) goal: outside US indications.",
		sources: ["S-1"],
		reads: ["interest", "conditions"],
		when: (intake) => and(presentIf(intake.answers.interest === "spravato" || intake.answers.interest === "either"), presentIf(!hopesForDepression(intake)))
	},
	{
		id: "IND-IVK-OFFLABEL",
		tier: "core",
		finds: "Interest in IV ketamine or either treatment.",
		severity: {
			spravato: null,
			ivKetamine: "info"
		},
		unknown: "omit",
		clinician: "Off-label consent needed; evidence varies by condition.",
		sources: ["K-1", "F-CMP"],
		reads: ["interest"],
		when: ({ answers }) => presentIf(answers.interest === "ivKetamine" || answers.interest === "either")
	},
	{
		id: "IND-MDSI",
		tier: "extended",
		finds: "Depression is a goal, and the suicide screen is positive.",
		severity: {
			spravato: "info",
			ivKetamine: null
		},
		unknown: "omit",
		clinician: "Second US indication exists (MDD with acute suicidal ideation/behavior, with an oral antidepressant); it does not replace hospitalization and has not been shown to prevent suicide.",
		sources: ["S-1"],
		reads: ["conditions", ...asq.reads],
		when: (intake) => {
			const { answers, suicideScreen } = intake;
			return and(presentIf(hopesForDepression(intake)), or(presentIf(suicideScreen.positive(answers)), presentIf(suicideScreen.acute(answers))));
		}
	}
];
var resistance = (intake, finding) => presentIf(hopesForDepression(intake) && intake.trials().resistance === finding);
// src/screening/rules/logistics-and-scores.ts
/** What a treatment day needs, and what the scores leave open. */
var logisticsAndScores = [
	{
		id: "LG-RIDE",
		tier: "core",
		finds: "No ride home. Unknown when not sure or blank.",
		severity: both("caution"),
		unknown: "flag",
		clinician: "No confirmed ride home.",
		sources: ["S-5.9", "S-REMS"],
		reads: ["ride"],
		when: ({ answers }) => not(tri(answers.ride))
	},
	{
		id: "LG-STAY",
		tier: "core",
		finds: "Cannot stay for 2 hours.",
		severity: {
			spravato: "caution",
			ivKetamine: "info"
		},
		unknown: "omit",
		clinician: "Cannot stay ≥ 2 h.",
		sources: ["S-2", "S-REMS"],
		reads: ["stay2h"],
		when: ({ answers }) => not(tri(answers.stay2h))
	},
	{
		id: "LG-REMS",
		tier: "core",
		finds: "Interested in more than IV ketamine alone, and would not enroll in the REMS.",
		severity: {
			spravato: "review",
			ivKetamine: null
		},
		unknown: "omit",
		clinician: "Unwilling to enroll in SPRAVATO REMS: cannot be treated as an outpatient.",
		sources: ["S-REMS"],
		reads: ["rems", "interest"],
		when: ({ answers }) => presentIf(answers.interest !== "ivKetamine" && answers.rems === "no")
	},
	{
		id: "SC-LOW-SYMPTOMS",
		tier: "core",
		finds: "Depression is a goal, and the PHQ-9 is below 10 even if every blank item were 3.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "PHQ-9 {n} (< 10): confirm a current episode (partial remission? maintenance request?).",
		places: ({ answers }) => ({ n: rangeText(phq9Score(answers.phq9)) }),
		sources: ["N-PHQ"],
		reads: ["phq9", "conditions"],
		when: (intake) => and(presentIf(hopesForDepression(intake)), presentIf(phq9Score(intake.answers.phq9).max < 10))
	},
	{
		id: "SC-INCOMPLETE",
		tier: "core",
		finds: "An item is blank in a PHQ-9, GAD-7, PC-PTSD-5, PEG or AUDIT-C that was asked. What AUDIT-C “Never” skips is not blank.",
		severity: both("info"),
		unknown: "omit",
		clinician: "Instrument incomplete: total shown as a range, not a score.",
		sources: ["N-PHQ (rule GK)"],
		reads: [
			"phq9",
			"gad7",
			"pcptsd5",
			"peg",
			"auditc"
		],
		when: (intake) => presentIf(hasBlankItem(intake))
	}
];
var instruments = [
	{
		key: "phq9",
		count: 9
	},
	{
		key: "gad7",
		count: 7
	},
	{
		key: "pcptsd5",
		count: 5
	},
	{
		key: "peg",
		count: 3
	}
];
var hasBlankItem = ({ answers, shown }) => instruments.some(({ key, count }) => shown.has(key) && blanksIn(answers[key], count) > 0) || auditcBlanks(answers.auditc) > 0;
// src/screening/rules/medicines.ts
/** Whether a current medicine is in one of these lists. Never unknown: RX-LIST-INCOMPLETE says what may be missing. */
var takes = (...lists) => ({ medicines }) => presentIf(takenFrom(medicines(), ...lists).length > 0);
/** Their names, for the clinician. */
var names$1 = (...lists) => ({ medicines }) => ({ names: namesOf(takenFrom(medicines(), ...lists)) });
var benzodiazepine = takes("benzodiazepine");
var opioid = takes("opioid");
/** Current medicines that add to an effect, or take from it. */
var medicines = [
	{
		id: "RX-BENZO",
		tier: "core",
		finds: "A benzodiazepine among the current medicines.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "Benzodiazepine: additive sedation; may shorten antidepressant effect. Do not stop abruptly.",
		sources: [
			"S-7.1",
			"I-VER",
			"I-AND"
		],
		reads: ["medications"],
		when: benzodiazepine
	},
	{
		id: "RX-OPIOID",
		tier: "core",
		finds: "An opioid among the current medicines, buprenorphine and methadone included.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "Opioid: sedation and respiratory depression.",
		sources: ["S-7.1", "K-7"],
		reads: ["medications"],
		when: opioid
	},
	{
		id: "RX-BENZO-OPIOID",
		tier: "core",
		finds: "A benzodiazepine and an opioid together.",
		severity: both("review"),
		unknown: "omit",
		clinician: "Opioid + benzodiazepine together: review respiratory risk before any sedating treatment.",
		sources: ["S-7.1", "GK"],
		reads: ["medications"],
		when: (intake) => and(benzodiazepine(intake), opioid(intake))
	},
	{
		id: "RX-CNS-DEPRESSANT",
		tier: "core",
		finds: "Another CNS depressant among the current medicines.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "Other CNS depressant(s): {names}.",
		places: names$1("otherDepressant"),
		sources: ["S-7.1"],
		reads: ["medications"],
		when: takes("otherDepressant")
	},
	{
		id: "RX-STIMULANT",
		tier: "core",
		finds: "A psychostimulant among the current medicines.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "Psychostimulant: may raise BP; monitor closely. Ask about timing on dosing days.",
		sources: ["S-7.2"],
		reads: ["medications"],
		when: takes("stimulant")
	},
	{
		id: "RX-MAOI",
		tier: "core",
		finds: "An MAO inhibitor among the current medicines: selegiline in every form, rasagiline, linezolid and methylene blue included.",
		severity: both("review"),
		unknown: "omit",
		clinician: "MAOI: may raise BP; label says monitor closely. Case reports with tranylcypromine showed no relevant vital-sign change, but confirm.",
		sources: ["S-7.3", "I-VER"],
		reads: ["medications"],
		when: takes("maoi")
	},
	{
		id: "RX-THEOPHYLLINE",
		tier: "core",
		finds: "Theophylline or aminophylline among the current medicines.",
		severity: {
			spravato: "caution",
			ivKetamine: "review"
		},
		unknown: "omit",
		clinician: "Theophylline/aminophylline: may lower seizure threshold with ketamine (consider alternative); EU: xanthines may raise BP.",
		sources: ["K-7", "E-SMPC"],
		reads: ["medications"],
		when: takes("theophylline")
	},
	{
		id: "RX-SYMPATHOMIMETIC",
		tier: "extended",
		finds: "Another medicine that may raise blood pressure.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "Agents that may raise BP.",
		sources: ["K-7", "E-SMPC"],
		reads: ["medications"],
		when: takes("pressureRaising")
	},
	{
		id: "RX-CYP",
		tier: "extended",
		finds: "An inhibitor or inducer of CYP2B6 or CYP3A4.",
		severity: {
			spravato: "info",
			ivKetamine: "caution"
		},
		unknown: "omit",
		clinician: "CYP2B6/3A4 inhibitor or inducer: ketamine exposure may change.",
		sources: ["I-AND"],
		reads: ["medications"],
		when: takes("cypInhibitor", "cypInducer")
	},
	{
		id: "RX-LAMOTRIGINE",
		tier: "extended",
		finds: "Lamotrigine among the current medicines.",
		severity: both("info"),
		unknown: "omit",
		clinician: "Lamotrigine: 2 of 5 studies found attenuated ketamine effects; not a reason to stop.",
		sources: ["I-VER"],
		reads: ["medications"],
		when: takes("lamotrigine")
	},
	{
		id: "RX-NALTREXONE",
		tier: "extended",
		finds: "Naltrexone among the current medicines, by mouth or as a depot.",
		severity: both("info"),
		unknown: "omit",
		clinician: "Naltrexone: evidence conflicts on whether it blunts the antidepressant effect; also blocks opioid analgesia.",
		sources: ["GK"],
		reads: ["medications"],
		when: takes("naltrexone")
	},
	{
		id: "RX-NASAL",
		tier: "core",
		finds: "A nasal steroid or decongestant among the current medicines.",
		severity: {
			spravato: "info",
			ivKetamine: null
		},
		unknown: "omit",
		clinician: "Nasal corticosteroid/decongestant: ≥ 1 h before dosing.",
		sources: ["S-2"],
		reads: ["medications"],
		when: takes("nasal")
	},
	{
		id: "RX-LIST-INCOMPLETE",
		tier: "core",
		finds: "The list of medicines is not surely complete, or an entry holds no known name. An empty list said to be complete is complete.",
		severity: both("review"),
		unknown: "omit",
		clinician: "Medicine list incomplete or contains unmatched entries: interaction rules may be missing flags.",
		sources: ["GK"],
		reads: ["medications", "medsComplete"],
		when: ({ answers, medicines }) => or(presentIf(answers.medsComplete !== "yes"), presentIf(medicines().unmatched > 0))
	}
];
// src/screening/rules/organs.ts
/** Liver, kidney, thyroid, bladder. */
var organs = [
	{
		id: "HEP-SEVERE",
		tier: "core",
		finds: "Liver disease that is severe. Unknown when either is unknown.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Severe hepatic impairment: SPRAVATO not recommended (Child-Pugh C); ASRA says avoid ketamine.",
		tags: ["consensusContraindication"],
		sources: ["S-8.6", "A-CH"],
		reads: ["liver", "liverSevere"],
		when: ({ answers: { liver, liverSevere } }) => liver === "yes" ? tri(liverSevere) : tri(liver)
	},
	{
		id: "HEP-DISEASE",
		tier: "core",
		finds: "Liver disease that is not known to be severe. Never unknown.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "Liver disease: moderate impairment may need longer monitoring; baseline LFTs (drug-induced liver injury with repeated ketamine).",
		sources: ["S-8.6", "K-1"],
		reads: ["liver", "liverSevere"],
		when: ({ answers: { liver, liverSevere } }) => presentIf(liver === "yes" && liverSevere !== "yes")
	},
	{
		id: "REN-DIALYSIS",
		tier: "extended",
		finds: "Dialysis.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "Dialysis: not studied.",
		sources: ["E-SMPC"],
		reads: ["dialysis"],
		when: ({ answers }) => tri(answers.dialysis)
	},
	{
		id: "END-HYPERTHYROID",
		tier: "core",
		finds: "An overactive thyroid that is not treated. Unknown when not sure or blank.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Untreated hyperthyroidism: BP/HR risk.",
		sources: ["E-PIL"],
		reads: ["thyroid"],
		when: ({ answers: { thyroid } }) => {
			if (thyroid === "none" || thyroid === "treated") return "absent";
			return thyroid === "untreated" ? "present" : "unknown";
		}
	},
	{
		id: "GU-BLADDER",
		tier: "core",
		finds: "Interstitial cystitis, bladder pain or blood in the urine.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "Bladder symptoms: ulcerative/interstitial cystitis with long-term ketamine; baseline and periodic questions.",
		sources: ["S-5.10", "K-1"],
		reads: ["bladder"],
		when: ({ answers }) => tri(answers.bladder)
	}
];
// src/screening/rules/pregnancy.ts
/** Pregnancy and breastfeeding: asked of everyone, whatever their sex or gender. */
var pregnancy = [
	{
		id: "RP-PREGNANT",
		tier: "core",
		finds: "Pregnant, in anybody who does not say they cannot become pregnant.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Pregnancy reported/uncertain. SPR not recommended (embryo-fetal toxicity §5.11); IVK consensus contraindication (ASRA acute). Test before treatment.",
		tags: ["consensusContraindication"],
		sources: [
			"S-5.11",
			"S-8.1",
			"A-AC"
		],
		reads: ["canBecomePregnant", "pregnant"],
		when: ({ answers: { canBecomePregnant, pregnant } }) => canBecomePregnant === "no" ? "absent" : tri(pregnant)
	},
	{
		id: "RP-PLANNING",
		tier: "core",
		finds: "Could become pregnant and is not: trying to, or without reliable birth control.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "May become pregnant: plan/prevent pregnancy; pregnancy test; registry 1-844-405-6185.",
		sources: ["S-8.3", "S-MG"],
		reads: [
			"canBecomePregnant",
			"pregnant",
			"tryingPregnant",
			"contraception"
		],
		when: ({ answers: { canBecomePregnant, pregnant, tryingPregnant, contraception } }) => {
			if (canBecomePregnant === "no" || pregnant === "yes") return "absent";
			return or(tri(tryingPregnant), not(tri(contraception)));
		}
	},
	{
		id: "RP-BREASTFEEDING",
		tier: "core",
		finds: "Breastfeeding.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Breastfeeding: not recommended with SPRAVATO; same caution for IVK.",
		sources: ["S-8.2", "S-MG"],
		reads: ["breastfeeding"],
		when: ({ answers }) => tri(answers.breastfeeding)
	}
];
// src/screening/rules/psychiatric.ts
/** Psychosis, mood, dissociation, cognition, and what ketamine did before. */
var psychiatric = [
	{
		id: "PSY-PSYCHOSIS-CURRENT",
		tier: "core",
		finds: "Hearing or seeing things, or fixed beliefs that others do not share, in the past 3 months.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Current psychotic symptoms reported. SPR: assess carefully, start only if benefit outweighs risk. IVK: consensus contraindication (avoid in poorly controlled / active psychosis).",
		tags: ["consensusContraindication"],
		sources: [
			"S-5.2",
			"A-CH",
			"A-AC"
		],
		reads: ["psychosisCurrent"],
		when: ({ answers }) => tri(answers.psychosisCurrent)
	},
	{
		id: "PSY-PSYCHOSIS-PAST",
		tier: "core",
		finds: "Psychosis ever, unless psychosis now or a primary psychotic disorder is reported.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Past psychosis, none current: establish context (mood episode, postpartum, substance, medical) and time since.",
		sources: ["S-5.2", "S-MG"],
		reads: [
			"psychosisEver",
			"psychosisCurrent",
			"dxSchizophrenia"
		],
		when: ({ answers }) => {
			if (answers.psychosisCurrent === "yes" || answers.dxSchizophrenia === "yes") return "absent";
			return tri(answers.psychosisEver);
		}
	},
	{
		id: "PSY-SCHIZ",
		tier: "core",
		finds: "Schizophrenia, schizoaffective or delusional disorder.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Primary psychotic disorder reported.",
		tags: ["consensusContraindication"],
		sources: ["S-5.2", "A-CH"],
		reads: ["dxSchizophrenia"],
		when: ({ answers }) => tri(answers.dxSchizophrenia)
	},
	{
		id: "PSY-MANIA-CURRENT",
		tier: "core",
		finds: "High energy in the past week, in somebody who has ever had such a period. Unknown when that is unknown.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Possible current mania/hypomania/mixed state: not a candidate until assessed.",
		sources: ["E-PIL", "GK"],
		reads: ["maniaCurrent", "highPeriodEver"],
		when: ({ answers: { highPeriodEver, maniaCurrent } }) => highPeriodEver === "yes" ? tri(maniaCurrent) : tri(highPeriodEver)
	},
	{
		id: "PSY-BIPOLAR",
		tier: "core",
		finds: "A bipolar diagnosis, or bipolar depression among the goals.",
		severity: {
			spravato: "review",
			ivKetamine: "caution"
		},
		unknown: "flag",
		clinician: "Bipolar disorder reported. SPR: outside the labelled population (MDD). IVK: off-label; confirm mood stabilizer and switch risk.",
		sources: ["S-1", "E-PIL"],
		reads: ["dxBipolar", "conditions"],
		when: (intake) => bipolar(intake)
	},
	{
		id: "PSY-BIPOLAR-POSSIBLE",
		tier: "core",
		finds: "Without reported bipolar disorder: a past high-energy period that brought trouble or that others noticed. Plain history questions, not a scale.",
		severity: {
			spravato: "review",
			ivKetamine: "caution"
		},
		unknown: "flag",
		clinician: "History suggests a possible past high-energy period. Not a diagnosis; take a mania history.",
		sources: ["GK (MDQ/RMS not shippable)"],
		reads: [
			"highPeriodEver",
			"highPeriodTrouble",
			"highPeriodNoticed",
			"dxBipolar",
			"conditions"
		],
		when: (intake) => {
			if (bipolar(intake) === "present") return "absent";
			const { highPeriodEver, highPeriodTrouble, highPeriodNoticed } = intake.answers;
			if (tri(highPeriodEver) === "unknown") return "unknown";
			return and(tri(highPeriodEver), or(tri(highPeriodTrouble), tri(highPeriodNoticed)));
		}
	},
	{
		id: "PSY-DISSOCIATIVE",
		tier: "extended",
		finds: "A dissociative disorder.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "Dissociative disorder reported; dissociation is the commonest acute effect (61–75% on CADSS in SPRAVATO trials).",
		sources: ["S-5.2"],
		reads: ["dissociativeDx"],
		when: ({ answers }) => tri(answers.dissociativeDx)
	},
	{
		id: "PSY-COGNITIVE",
		tier: "core",
		finds: "Dementia, delirium or a serious memory problem.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Cognitive disorder reported: capacity, monitoring, cognitive effects.",
		sources: ["S-5.8", "GK"],
		reads: ["cognitive"],
		when: ({ answers }) => tri(answers.cognitive)
	},
	{
		id: "PSY-PRIOR-KET-REACTION",
		tier: "extended",
		finds: "A bad reaction to ketamine or esketamine, in somebody who says they have had it before.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Previous bad reaction to ketamine/esketamine (psychological or physical): obtain records.",
		sources: ["GK"],
		reads: ["priorKetamine", "priorKetReaction"],
		when: ({ answers: { priorKetamine, priorKetReaction } }) => {
			if (priorKetamine !== "yes" || priorKetReaction === "none") return "absent";
			return priorKetReaction === "bad" ? "present" : "unknown";
		}
	}
];
var bipolar = ({ answers }) => includes(answers.conditions, "bipolarDepression") ? "present" : tri(answers.dxBipolar);
// src/screening/rules/substances.ts
/** From here alcohol use disorder and withdrawal must be assessed. L-AUD; the cut is GK. */
var highAuditc = 8;
/** Alcohol and drugs. */
var substances = [
	{
		id: "SB-ALCOHOL",
		tier: "core",
		finds: "AUDIT-C at or over the clinic’s cut (4 for men, 3 for anybody else unless set otherwise), unless it is surely high. Unknown when blanks leave it open.",
		severity: both("caution"),
		unknown: "flag",
		clinician: "AUDIT-C {n}: positive screen. If all points come from item 1, check actual intake.",
		places: ({ answers }) => ({ n: rangeText(auditcScore(answers.auditc)) }),
		sources: ["L-AUD", "S-7.1"],
		reads: ["auditc", "sex"],
		when: (intake) => {
			if (highAlcohol(intake) === "present") return "absent";
			const { auditcMen, auditcOthers } = intake.thresholds;
			const { auditc, sex } = intake.answers;
			return atLeast(auditcScore(auditc), sex === "male" ? auditcMen : auditcOthers);
		}
	},
	{
		id: "SB-ALCOHOL-HIGH",
		tier: "core",
		finds: "AUDIT-C of 8 or more.",
		severity: both("review"),
		unknown: "omit",
		clinician: "AUDIT-C {n}: high; assess alcohol use disorder and withdrawal risk.",
		places: ({ answers }) => ({ n: rangeText(auditcScore(answers.auditc)) }),
		sources: ["L-AUD", "GK (cut)"],
		reads: ["auditc"],
		when: (intake) => highAlcohol(intake)
	},
	{
		id: "SB-DRUG",
		tier: "core",
		finds: "Drug use in the past year, however seldom. Unknown when not sure, refused or blank.",
		severity: both("caution"),
		unknown: "flag",
		clinician: "Single-question drug screen positive: name the substance.",
		sources: ["L-SQ", "S-5.4"],
		reads: ["drugUse", "drugsUsed"],
		when: ({ answers: { drugUse } }) => {
			if (drugUse === "never") return "absent";
			return drugUse !== void 0 && frequencies.includes(drugUse) ? "present" : "unknown";
		}
	},
	{
		id: "SB-SUD-ACTIVE",
		tier: "core",
		finds: "A problem with alcohol or drugs now.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Active substance use problem. ASRA: no serial infusions with active substance abuse; SPR: weigh risk (§5.4). If substance use is the treatment goal, record so.",
		tags: ["consensusContraindication"],
		sources: ["S-5.4", "A-CH"],
		reads: ["sudCurrent"],
		when: ({ answers }) => tri(answers.sudCurrent)
	},
	{
		id: "SB-SUD-PAST",
		tier: "core",
		finds: "A problem with alcohol or drugs in the past, unless there is one now.",
		severity: both("caution"),
		unknown: "omit",
		clinician: "Substance use disorder history (in remission): monitor for misuse.",
		sources: ["S-5.4"],
		reads: ["sudPast", "sudCurrent"],
		when: ({ answers }) => answers.sudCurrent === "yes" ? "absent" : tri(answers.sudPast)
	},
	{
		id: "SB-KETAMINE-MISUSE",
		tier: "core",
		finds: "Ketamine without a prescription.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Non-medical ketamine use: misuse risk, bladder, liver.",
		sources: ["S-5.4", "F-CMP"],
		reads: ["ketamineMisuse"],
		when: ({ answers }) => tri(answers.ketamineMisuse)
	}
];
var frequencies = [
	"onceTwice",
	"monthly",
	"weekly",
	"daily"
];
var highAlcohol = ({ answers }) => atLeast(auditcScore(answers.auditc), highAuditc);
// src/screening/rules/suicide-risk.ts
/** Safety first: what needs a person today. */
var suicideRisk = [
	{
		id: "SU-EMERGENCY",
		tier: "core",
		finds: "Danger right now on the first page: any answer but a clear no. Never unknown.",
		severity: both("urgent"),
		unknown: "flag",
		clinician: "Patient indicated possible immediate danger when opening the form.",
		sources: ["N-ASQ", "GK"],
		reads: ["emergencyNow"],
		when: ({ answers }) => presentIf(answers.emergencyNow !== "no")
	},
	{
		id: "SU-ACUTE",
		tier: "core",
		finds: "Suicide screen acute positive: any of ASQ 1–4 not a clear no, and ASQ 5 (right now) not a clear no either. A blank, refused or unsure answer counts as positive. Never unknown.",
		severity: both("urgent"),
		unknown: "flag",
		clinician: "ACUTE POSITIVE suicide screen. Needs immediate contact by a clinician; do not wait for routine review.",
		sources: ["N-ASQ", "C-TRI"],
		reads: asq.reads,
		when: ({ answers, suicideScreen }) => presentIf(suicideScreen.acute(answers))
	},
	{
		id: "SU-ATTEMPT-RECENT",
		tier: "core",
		finds: "A suicide attempt in the past 3 months. Unknown when there was an attempt and the time is not given.",
		severity: both("urgent"),
		unknown: "flag",
		clinician: "Suicide attempt in the past 3 months reported (Columbia treats behavior within 3 months as an imminent-risk threshold).",
		sources: ["C-TRI"],
		reads: ["asq4", "asq4when"],
		when: ({ answers: { asq4, asq4when } }) => {
			if (asq4 !== "yes" || asq4when === "3to12m" || asq4when === "over1y") return "absent";
			return asq4when === "past3m" ? "present" : "unknown";
		}
	},
	{
		id: "SU-POSITIVE",
		tier: "core",
		finds: "Suicide screen positive: any of ASQ 1–4 not a clear no; a blank or refused answer counts as positive. Never unknown.",
		severity: both("review"),
		unknown: "flag",
		clinician: "Positive (at least non-acute) suicide screen. Same-day clinician contact; brief suicide-safety assessment before any scheduling.",
		sources: ["N-ASQ"],
		reads: asq.reads,
		when: ({ answers, suicideScreen }) => presentIf(suicideScreen.positive(answers))
	},
	{
		id: "SU-PHQ9-ITEM9",
		tier: "core",
		finds: "PHQ-9 item 9 of 1 or more. Unknown when it is blank.",
		severity: both("review"),
		unknown: "flag",
		clinician: "PHQ-9 item 9 = {n}. Item 9 mixes passive death thoughts and self-harm; read together with the suicide screen.",
		places: ({ answers }) => ({ n: phq9Item9(answers.phq9) ?? "blank" }),
		sources: ["N-TELE", "N-PHQ"],
		reads: ["phq9"],
		when: ({ answers }) => {
			const item9 = phq9Item9(answers.phq9);
			return item9 === void 0 ? "unknown" : presentIf(item9 >= 1);
		}
	},
	{
		id: "SU-DISCORDANT",
		tier: "core",
		finds: "PHQ-9 item 9 of 1 or more while every item of the suicide screen is a clear no.",
		severity: both("review"),
		unknown: "omit",
		clinician: "Discordant: PHQ-9 item 9 positive, suicide screen negative. Clarify in conversation; do not average the two.",
		sources: ["N-TELE", "GK"],
		reads: ["phq9", ...asq.reads],
		when: ({ answers, suicideScreen }) => and(presentIf((phq9Item9(answers.phq9) ?? 0) >= 1), presentIf(!suicideScreen.positive(answers)))
	}
];
// src/screening/rules.ts
/**
* The day these rules, their words, the medicine lists and the dose table last changed. A submission stores it with
* the result of each rule.
*/
var rulesVersion = "2026-11-28";
var rules = [
	{
		title: "Demographics and who is answering",
		rules: demographics
	},
	{
		title: "Safety (suicide risk)",
		rules: suicideRisk
	},
	{
		title: "Psychiatric history",
		rules: psychiatric
	},
	{
		title: "Indication and treatment resistance",
		rules: indication
	},
	{
		title: "Heart, blood vessels, allergy",
		rules: heart
	},
	{
		title: "Brain and eye",
		rules: brainAndEye
	},
	{
		title: "Breathing",
		rules: breathing
	},
	{
		title: "Liver, kidney, thyroid, bladder",
		rules: organs
	},
	{
		title: "Pregnancy and breastfeeding",
		rules: pregnancy
	},
	{
		title: "Alcohol and drugs",
		rules: substances
	},
	{
		title: "Medicines",
		rules: medicines
	},
	{
		title: "Logistics and scores",
		rules: logisticsAndScores
	}
].flatMap((domain) => domain.rules);
var byId = new Map(rules.map((rule) => [rule.id, rule]));
/** The rule behind a flag; `undefined` if these rules have none of that id (a flag of an older version). */
var ruleOf = (id) => byId.get(id);
// src/screening/evaluate.ts
/** All that is looked at for somebody under 18. */
var rulesUnder18 = rules.filter(({ id }) => id === "DEM-UNDER18" || id === "SU-EMERGENCY");
/**
* Puts every rule to one intake, and to an adult's also those of the clinic. It knows no question and no page: what
* was asked stands in the intake.
*/
function evaluate(intake, clinic) {
	const adult = intake.age === void 0 || intake.age >= 18;
	const findings = [];
	const flags = [];
	const look = (id, result, unknown, severity) => {
		findings.push({
			id,
			result
		});
		if (result === "present" || result === "unknown" && unknown === "flag") flags.push({
			id,
			status: result,
			spravato: severity.spravato,
			ivKetamine: severity.ivKetamine
		});
	};
	for (const { id, when, unknown, severity } of adult ? rules : rulesUnder18) {
		const ivKetamine = raisedFor(clinic, id, severity.ivKetamine);
		look(id, when(intake), unknown, {
			spravato: severity.spravato,
			ivKetamine
		});
	}
	for (const rule of adult ? clinic?.add ?? [] : []) look(rule.id, resultOf(rule, intake), rule.unknown, {
		spravato: null,
		ivKetamine: rule.severity
	});
	return {
		rulesVersion,
		flags,
		findings,
		scores: adult ? scoresOf(intake) : {},
		urgent: flags.some(({ status, spravato, ivKetamine }) => status === "present" && (spravato === "urgent" || ivKetamine === "urgent")),
		disposition: {
			spravato: dispositionFor("spravato", flags),
			ivKetamine: dispositionFor("ivKetamine", flags)
		}
	};
}
function scoresOf({ answers, shown }) {
	const peg = shown.has("peg") ? pegScore(answers.peg) : void 0;
	return {
		phq9: ends(phq9Score(answers.phq9)),
		gad7: ends(gad7Score(answers.gad7)),
		auditc: ends(auditcScore(answers.auditc)),
		...shown.has("pcptsd5") && { pcptsd5: ends(pcptsd5Score(answers.pcptsd5)) },
		...peg !== void 0 && { peg: {
			min: peg,
			max: peg
		} }
	};
}
var ends = ({ min, max }) => ({
	min,
	max
});
// src/lib/locale.ts
/**
* Puts values into the `{places}` of a text. A place without a value stays as it is, so that it is seen.
*
* @example fill('About {n} minutes', { n: 25 }) // 'About 25 minutes'
*/
function fill(text, values) {
	return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
// src/screening/sources.ts
/**
* Where the rules come from. The codes are those of `docs/clinical-reference.md`, section 9, which says where each
* was read and which of them were read in a copy only.
*/
var sources = {
	"S-1": "SPRAVATO label, indications (§1)",
	"S-2": "SPRAVATO label, dosing day (§2)",
	"S-4": "SPRAVATO label, contraindications (§4)",
	"S-5.2": "SPRAVATO label, dissociation (§5.2)",
	"S-5.3": "SPRAVATO label, respiratory depression (§5.3)",
	"S-5.4": "SPRAVATO label, abuse and misuse (§5.4)",
	"S-5.6": "SPRAVATO label, suicidality in the young (§5.6)",
	"S-5.7": "SPRAVATO label, blood pressure (§5.7)",
	"S-5.8": "SPRAVATO label, cognition (§5.8)",
	"S-5.9": "SPRAVATO label, driving (§5.9)",
	"S-5.10": "SPRAVATO label, bladder (§5.10)",
	"S-5.11": "SPRAVATO label, embryo-fetal toxicity (§5.11)",
	"S-7.1": "SPRAVATO label, CNS depressants (§7.1)",
	"S-7.2": "SPRAVATO label, psychostimulants (§7.2)",
	"S-7.3": "SPRAVATO label, MAOIs (§7.3)",
	"S-8.1": "SPRAVATO label, pregnancy (§8.1)",
	"S-8.2": "SPRAVATO label, breastfeeding (§8.2)",
	"S-8.3": "SPRAVATO label, contraception (§8.3)",
	"S-8.4": "SPRAVATO label, pediatric use (§8.4)",
	"S-8.5": "SPRAVATO label, older adults (§8.5)",
	"S-8.6": "SPRAVATO label, hepatic impairment (§8.6)",
	"S-BW": "SPRAVATO label, boxed warning",
	"S-MG": "SPRAVATO Medication Guide",
	"S-REMS": "SPRAVATO REMS",
	"K-1": "Ketamine injection label, warnings",
	"K-4": "Ketamine injection label, contraindications (§4)",
	"K-7": "Ketamine injection label, interactions (§7)",
	"E-PIL": "EU SPRAVATO leaflet",
	"E-SMPC": "EU SPRAVATO product information",
	"A-CH": "ASRA/AAPM/ASA 2018, ketamine for chronic pain",
	"A-AC": "ASRA/AAPM/ASA 2018, ketamine for acute pain",
	"F-CMP": "FDA on compounded ketamine, 2022 and 2023",
	"I-AND": "Andrade 2017, ketamine interactions",
	"I-VER": "Veraart et al., pharmacodynamic interactions of ketamine",
	"T-ATRQ": "MGH-ATRQ minimum doses, transcription of a study form",
	"C-TRI": "Columbia triage guidance",
	"N-ASQ": "Ask Suicide-Screening Questions (NIMH)",
	"N-PHQ": "PHQ-9 bands and cut",
	"N-TELE": "PHQ-9 item 9 answered online, n = 945",
	"L-AUD": "AUDIT-C cut points",
	"L-SQ": "Single-question drug screen (Smith 2010)",
	GK: "General knowledge, to be confirmed by the clinic"
};
var names = new Map(Object.entries(sources));
/** What a source's code stands for. */
function sourceName(source) {
	const [code = source, part] = source.split(" (");
	const name = names.get(code) ?? code;
	return part ? `${name} (${part}` : name;
}
// src/screening/explain.ts
/**
* Puts words to the flags of an intake, in their order. A flag of a rule that these rules do not have is left out.
*/
function explain(flags, intake, clinic) {
	return flags.flatMap((flag) => {
		const told = ofOurs(flag, intake) ?? ofTheClinic(flag, clinic);
		if (!told) return [];
		const own = clinicsOwn(clinic, flag.id);
		return {
			...told,
			reads: told.reads.filter((key) => intake.shown.has(key)),
			...own && { clinicsOwn: own }
		};
	});
}
function ofOurs(flag, intake) {
	const rule = ruleOf(flag.id);
	return rule && {
		flag,
		words: fill(rule.clinician, rule.places?.(intake) ?? {}),
		finds: rule.finds,
		tags: rule.tags ?? [],
		sources: rule.sources.map((code) => ({
			code,
			name: sourceName(code)
		})),
		reads: rule.reads,
		...readAtThisClinic(rule, intake)
	};
}
/** A rule about the suicide screen rests, where the clinic has its own, on that one instead of the ASQ. */
function readAtThisClinic({ reads, sources }, { instrument }) {
	if (!instrument || !reads.includes("asq1")) return {};
	const { name, version, items } = instrument;
	return {
		finds: `The clinic’s own suicide screen (${name}) in place of the ASQ: an item that was shown counts unless it is a clear no. Which ones are acute stands in the clinic’s file.`,
		sources: [{
			code: "clinic",
			name: `${name}, ${version}`
		}, ...sources.filter((code) => code !== "N-ASQ").map((code) => ({
			code,
			name: sourceName(code)
		}))],
		reads: [...reads, ...items]
	};
}
/** A clinic's source is its own: no code of ours stands for it. */
function ofTheClinic(flag, clinic) {
	const rule = clinic?.add.find(({ id }) => id === flag.id);
	return rule && {
		flag,
		words: rule.clinician,
		finds: rule.finds,
		tags: [],
		sources: [{
			code: "clinic",
			name: rule.source
		}],
		reads: rule.reads
	};
}
// src/screening/pack.ts
var told = ({ when: _, places: __, ...rule }) => rule;
/** The pack as it is in these folders now. */
var pack = {
	id: "prelude",
	version: rulesVersion,
	rules: rules.map(told),
	lists: {
		classes: classLists,
		antidepressants
	},
	thresholds: defaultThresholds,
	sources,
	evaluate: ({ answers, shown, asOf, thresholds, clinic, instrument }) => {
		const intake = intakeFrom({
			answers,
			shown: new Set(shown)
		}, {
			asOf,
			thresholds,
			instrument
		});
		const evaluation = evaluate(intake, clinic);
		return {
			evaluation,
			flags: explain(evaluation.flags, intake, clinic),
			trials: intake.trials()
		};
	}
};
export { pack };
