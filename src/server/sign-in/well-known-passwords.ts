import { readFileSync } from 'node:fs';

/**
 * Lists of leaked passwords of twelve characters and more hold mostly the same few hundred words: repeated, joined, with
 * digits and signs at the ends and digits for letters. So the words are listed, and what is made of little else is
 * refused; so is what is made of one or two of the 3,200 words that leak most. "correct horse battery staple" is fine; "P@ssw0rd2026!!", "Clinic123Clinic" and digits alone are not.
 */
export const isWellKnown = (password: string, ownWords: readonly string[]): boolean => {
  const words = new Set([...WORDS, ...ownWords.flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u))]);
  return (
    new Set(password).size < FEWEST_CHARACTERS ||
    readings(password.toLowerCase()).some((text) => isMadeOf(text, words))
  );
};

const FEWEST_CHARACTERS = 5;
/** More letters of one's own than this make a joined password one's own. */
const FEW_OTHER_LETTERS = 2;

/** Two common words, with digits and signs around them, are guessed; three that do not belong together are not. */
const FEW_COMMON_WORDS = 2;

/** From leaked passwords, MIT licensed: common-passwords.LICENSE.txt. */
const COMMON: ReadonlySet<string> = new Set(
  readFileSync(new URL('common-passwords.txt', import.meta.url), 'utf8')
    .trim()
    .split(/\s+/),
);

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** What the letters say: as they stand, with lookalikes read as letters, and so without the signs at both ends. */
const readings = (text: string): readonly string[] => {
  const core = text
    .replace(/^[^\p{L}\u0080-\u{10ffff}]+/u, '')
    .replace(/[^\p{L}\u0080-\u{10ffff}]{1,128}$/u, '');
  return [text, readLookalikes(text), readLookalikes(core)].map(letters);
};

const readLookalikes = (text: string): string =>
  text.replace(/[013457@$!]/g, (sign) => LOOKALIKES[sign] ?? sign);

/** Letters of any script; a picture counts as one. */
const letters = (text: string): string => text.replace(/[^\p{L}\u0080-\u{10ffff}]/gu, '');

/**
 * Whether the text can be cut into words of the lists with few letters left over: any number of the words that are
 * tried first, and few of the common ones. A row of keys or letters counts as a word that is tried first.
 */
const isMadeOf = (text: string, words: ReadonlySet<string>): boolean => {
  // For each end of the text, and each number of letters left over before it: the fewest common words.
  const fewest: number[][] = [[0]];
  const at = (end: number, left: number): number => fewest[end]?.[left] ?? Number.POSITIVE_INFINITY;
  for (let end = 1; end <= text.length; end += 1) {
    const here = Array.from({ length: FEW_OTHER_LETTERS + 1 }, (_, left) => at(end - 1, left - 1));
    for (let start = Math.max(0, end - LONGEST_WORD); start <= end - SHORTEST_WORD; start += 1) {
      const piece = text.slice(start, end);
      const isFirst = words.has(piece) || ROWS.some((row) => row.includes(piece));
      if (!isFirst && !COMMON.has(piece)) continue;
      for (let left = 0; left <= FEW_OTHER_LETTERS; left += 1) {
        here[left] = Math.min(here[left] ?? 0, at(start, left) + (isFirst ? 0 : 1));
      }
    }
    fewest[end] = here;
  }
  return (fewest[text.length] ?? []).some((count) => count <= FEW_COMMON_WORDS);
};

const SHORTEST_WORD = 3;
const LONGEST_WORD = 16;

const FORWARD = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
  'abcdefghijklmnopqrstuvwxyz',
  'qazwsxedcrfvtgbyhnujmikolp',
];
const ROWS = [...FORWARD, ...FORWARD.map((row) => [...row].reverse().join(''))];

const WORDS: ReadonlySet<string> = new Set(
  `
  password passwort passwd pass word contrasena contraseña clave secret secreto private default changeme change temp temporary
  test testing tester demo example sample guest user username login signin logon access admin administrator root system
  server computer internet network windows microsoft google apple iphone android samsung facebook youtube twitter amazon
  master super hello welcome bienvenido letmein open sesame trustno one iloveyou iloveu loveyou love lover lovely forever
  always never baby babygirl honey sweetie princess prince angel angels queen king kingdom family mother father mommy daddy
  sister brother friend friends sunshine rainbow flower butterfly star stars heaven jesus christ god blessed faith hope
  grace peace freedom liberty america american usa texas tennessee nashville memphis california florida newyork london
  football soccer baseball basketball hockey tennis golf cowboys eagles steelers yankees dodgers lakers titans vols
  volunteers dragon monster tiger lion eagle wolf panther bear bulldog shadow hunter ranger ninja samurai warrior killer
  batman superman spiderman ironman starwars starwar pokemon pikachu naruto minecraft fortnite matrix phoenix thunder
  summer winter spring autumn fall january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday morning night today tomorrow
  invierno verano primavera otoño enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  michael jessica jennifer ashley daniel david james john robert william thomas charles joseph matthew anthony andrew joshua
  christopher nicholas jonathan jordan taylor tyler brandon justin ryan kevin brian george edward richard steven mary maria
  patricia linda barbara elizabeth susan sarah karen nancy lisa margaret sandra emily amanda melissa michelle laura kimberly
  rebecca samantha rachel nicole hannah olivia sophia emma isabella charlie maggie buddy bailey lucky ginger pepper cookie
  chocolate banana orange cherry apple lemon coffee pizza cheese chicken whatever nothing something money cash dollar bitch
  fuck fuckyou asshole sexy pussy bigdog biggie number numbers one two three four five six seven eight nine ten hundred
  red blue green black white silver golden gold diamond purple yellow pink
  doctor doctors nurse nurses clinic clinical clinica hospital health healthcare medical medicine medico patient patients
  care caring office reception frontdesk desk staff team provider therapy therapist therapies treatment infusion infusions
  wellness mental depression ketamine ketamina esketamine spravato janssen prelude intake intakes screening prescreening
  psychiatry psychiatric psychiatrist anesthesia pharmacy drug drugs pain the and my our your for you
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
);
