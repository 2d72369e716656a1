import type { InEach } from '../../lib/locale.ts';

/**
 * What a person agrees to when they type their name, paragraph by paragraph. A signature stores the version, so a
 * change of any word here, in either language, needs a new version.
 */
export const consentText: { readonly version: string } & InEach<readonly string[]> = {
  version: '1',
  en: [
    'Your answers are true as far as you know. If you are helping someone, you have the right to answer for them.',
    'You agree that this clinic may read and keep your answers, and use them to plan your care.',
    'This is not a promise of treatment. A clinician reads your answers and talks with you before anything is decided.',
    'The clinic may get in touch with you in the ways you chose. You can change that at any time. Just tell the clinic.',
    'This form is not watched around the clock. If you need help right now, call or text 988, or call 911.',
  ],
  es: [
    'Sus respuestas son ciertas según lo que sabe. Si ayuda a otra persona, tiene derecho a contestar por ella.',
    'Usted acepta que esta clínica lea y guarde sus respuestas, y que las use para planear su atención.',
    'Esto no es una promesa de tratamiento. Un profesional de la salud lee sus respuestas y habla con usted antes de decidir algo.',
    'La clínica puede comunicarse con usted por los medios que eligió. Puede cambiarlos cuando quiera. Solo avise a la clínica.',
    'Nadie vigila este formulario las 24 horas. Si necesita ayuda ahora mismo, llame al 988 y oprima 2, o llame al 911.',
  ],
};
