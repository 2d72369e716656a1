/**
 * The medicine lists of the clinical reference, section 3.5: key of the generic, and its US brands. The classes come
 * from the SPRAVATO label [S-7] and the sources named at each list; which drug belongs to them is largely general
 * knowledge (GK), and so are the brands. A drug may be in several lists. The brands of an antidepressant stand in
 * `antidepressants.ts`; a brand is written without the letters of a release form.
 */

/** S-7.1, I-VER, I-AND. */
const benzodiazepine = {
  alprazolam: ['Xanax'],
  chlordiazepoxide: ['Librium'],
  clobazam: ['Onfi'],
  clonazepam: ['Klonopin'],
  clorazepate: ['Tranxene'],
  diazepam: ['Valium'],
  estazolam: [],
  flurazepam: [],
  lorazepam: ['Ativan', 'Loreev'],
  midazolam: [],
  oxazepam: [],
  quazepam: ['Doral'],
  temazepam: ['Restoril'],
  triazolam: ['Halcion'],
} as const;

/** S-7.1, K-7. Buprenorphine and methadone included. */
const opioid = {
  buprenorphine: ['Suboxone', 'Subutex', 'Zubsolv', 'Sublocade', 'Brixadi', 'Belbuca', 'Butrans'],
  methadone: [],
  codeine: [],
  fentanyl: [],
  hydrocodone: ['Norco', 'Vicodin', 'Hysingla'],
  hydromorphone: ['Dilaudid'],
  levorphanol: [],
  meperidine: [],
  morphine: ['MS Contin'],
  oxycodone: ['OxyContin', 'Percocet', 'Roxicodone'],
  oxymorphone: [],
  tapentadol: ['Nucynta'],
  tramadol: ['Ultram'],
} as const;

/** S-7.1. Alcohol is the AUDIT-C's. */
const otherDepressant = {
  zolpidem: ['Ambien'],
  eszopiclone: ['Lunesta'],
  zaleplon: ['Sonata'],
  suvorexant: ['Belsomra'],
  lemborexant: ['Dayvigo'],
  daridorexant: ['Quviviq'],
  gabapentin: ['Neurontin', 'Gralise', 'Horizant'],
  pregabalin: ['Lyrica'],
  baclofen: [],
  carisoprodol: ['Soma'],
  cyclobenzaprine: ['Flexeril'],
  tizanidine: ['Zanaflex'],
  methocarbamol: ['Robaxin'],
  phenobarbital: [],
  primidone: [],
  butalbital: ['Fioricet'],
  'sodium-oxybate': ['Xyrem', 'Xywav'],
  hydroxyzine: ['Vistaril'],
  diphenhydramine: [],
  doxylamine: [],
  promethazine: [],
  quetiapine: ['Seroquel'],
  olanzapine: ['Zyprexa'],
  clozapine: ['Clozaril'],
  chlorpromazine: [],
  trazodone: [],
} as const;

/** S-7.2; solriamfetol and phentermine are GK. */
const stimulant = {
  amphetamine: ['Adderall', 'Mydayis', 'Evekeo'],
  dextroamphetamine: ['Dexedrine', 'Zenzedi', 'Xelstrym'],
  lisdexamfetamine: ['Vyvanse'],
  methamphetamine: ['Desoxyn'],
  methylphenidate: ['Ritalin', 'Concerta', 'Metadate', 'Daytrana', 'Jornay PM'],
  dexmethylphenidate: ['Focalin', 'Azstarys'],
  modafinil: ['Provigil'],
  armodafinil: ['Nuvigil'],
  solriamfetol: ['Sunosi'],
  phentermine: ['Adipex-P', 'Qsymia'],
} as const;

/** S-7.3, I-VER. Selegiline in every form, and medicines that inhibit MAO beside their main use. */
const maoi = {
  isocarboxazid: [],
  phenelzine: [],
  tranylcypromine: [],
  selegiline: ['Zelapar'],
  'selegiline-td': [],
  rasagiline: ['Azilect'],
  safinamide: ['Xadago'],
  linezolid: ['Zyvox'],
  'methylene-blue': ['Provayblue'],
} as const;

/** K-7, E-SMPC. */
const theophylline = { theophylline: [], aminophylline: [] } as const;

/** K-7, E-SMPC. */
const pressureRaising = {
  pseudoephedrine: [],
  'phenylephrine-oral': [],
  midodrine: [],
  droxidopa: [],
  vasopressin: [],
  desmopressin: [],
  ergotamine: [],
  methylergonovine: [],
  levothyroxine: [],
  liothyronine: [],
  atomoxetine: ['Strattera'],
  viloxazine: ['Qelbree'],
} as const;

/** S-2: steroid and decongestant sprays, used at least an hour before SPRAVATO. */
const nasal = {
  'fluticasone-nasal': [],
  'mometasone-nasal': [],
  'triamcinolone-nasal': [],
  'budesonide-nasal': [],
  'oxymetazoline-nasal': ['Afrin'],
  'phenylephrine-nasal': [],
} as const;

/** I-AND: ketamine is cleared mainly by CYP2B6 and CYP3A4. The list is GK. */
const cypInhibitor = {
  clarithromycin: [],
  itraconazole: [],
  ketoconazole: [],
  posaconazole: [],
  voriconazole: [],
  ritonavir: [],
  cobicistat: [],
  nefazodone: [],
  ticlopidine: [],
} as const;

/** I-AND; the list is GK. */
const cypInducer = {
  rifampin: [],
  carbamazepine: [],
  phenytoin: [],
  phenobarbital: [],
  efavirenz: [],
  'st-johns-wort': [],
} as const;

/** I-VER; brand GK. */
const lamotrigine = { lamotrigine: ['Lamictal'] } as const;

/** GK. */
const naltrexone = { naltrexone: ['Vivitrol'] } as const;

const lists = {
  benzodiazepine,
  opioid,
  otherDepressant,
  stimulant,
  maoi,
  theophylline,
  pressureRaising,
  nasal,
  cypInhibitor,
  cypInducer,
  lamotrigine,
  naltrexone,
};

export type MedicineClass = keyof typeof lists;
type KeysOfEach<T> = T extends unknown ? keyof T : never;
export type ListedKey = KeysOfEach<(typeof lists)[MedicineClass]>;

export const medicineClasses = Object.keys(lists) as readonly MedicineClass[];

/** Each list, by key of the drug, with the brands written there. */
export const classLists: Readonly<
  Record<MedicineClass, Readonly<Partial<Record<ListedKey, readonly string[]>>>>
> = lists;

/**
 * Whether a drug is in a list.
 *
 * @example isIn('maoi', 'selegiline-td') // true
 */
export const isIn = (list: MedicineClass, drug: string): boolean => Object.hasOwn(lists[list], drug);
