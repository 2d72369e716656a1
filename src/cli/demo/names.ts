/** Invented people: first name and surname as they would type them. Any likeness is chance. */
export const names = [
  ['Sam', 'Quillfeather'],
  ['Dorothy', 'Marshbanks'],
  ['Tyrell', 'Underhollow'],
  ['Ana Lucía', 'Peñaflor'],
  ['José', 'Ibáñez Ríos'],
  ['Siobhán', 'O’Tallow'],
  ['Jan', 'van der Heuvelbrink'],
  ['Zoë', 'Müllerstein'],
  ['Łucja', 'Wiśniowska'],
  ['Nguyễn', 'Thị Hồng Vân'],
  ['Đặng', 'Quốc Bảo'],
  ['Ελένη', 'Παπαδάκη'],
  ['Ирина', 'Лесникова'],
  ['Олексій', 'Степовий'],
  ['ليلى', 'الحدّاد'],
  ['יעל', 'בן־הרים'],
  ['李', '小梅'],
  ['田中', 'さくら'],
  ['김', '하늘'],
  ['प्रिया', 'वनराज'],
  ['ปรียา', 'สายลม'],
  ['ሰላም', 'ታደሰ'],
  ['Ngozi', 'Okwudike'],
  ['Kāne', 'Kealohapau'],
  ['Mary-Kate', 'St. Clairborne'],
  ['Bartholomew', 'Featherstonehaugh-Wolverhampton'],
  ['Jo', 'Li'],
  ['Priscilla', 'Tuckahoe'],
  ['Deshawn', 'Millbrook'],
  ['Ingrid', 'Åsgårdsen'],
  ['Gül', 'Şimşekoğlu'],
  ['Ștefan', 'Brâncușescu'],
] as const satisfies readonly (readonly [string, string])[];

/** Names that people who read Spanish might have. */
export const spanishNames = [
  ['María Guadalupe', 'Cisneros'],
  ['Ramón', 'Villaseñor'],
  ['Itzel', 'Xochihua'],
  ['Luis Ángel', 'Montealegre'],
] as const satisfies readonly (readonly [string, string])[];

export const counties = [
  'Davidson County',
  'Rutherford County',
  'Shelby County',
  'Knox County',
  'Wilson County',
  'Hamilton County',
  'at my sister’s in Sumner County',
] as const;
