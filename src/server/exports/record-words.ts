import type { InEach } from '../../lib/locale.ts';

interface RecordWords {
  /** Of the file, as windows and lists of files show it. */
  readonly title: string;
  readonly fileName: string;
  readonly heading: string;
  readonly sent: string;
  readonly reference: string;
  readonly private: string;
  readonly agreed: string;
  readonly signedBy: string;
  readonly signedByHelper: string;
  readonly clinic: string;
  readonly phone: string;
  readonly email: string;
  readonly help: string;
  readonly helpText: string;
  readonly namedCharacters: string;
  readonly foot: string;
}

/** What the patient's record says around their own answers. */
export const recordWords: InEach<RecordWords> = {
  en: {
    title: 'Record',
    fileName: 'record.pdf',
    heading: 'Your record',
    sent: 'Sent to {clinic} on {date}.',
    reference: 'Reference number: {reference}',
    private: 'This record holds private health answers. Keep it in a safe place.',
    agreed: 'What you agreed to',
    signedBy: 'Signed by {name} on {date}.',
    signedByHelper: 'Signed by {name} ({relation}) on {date}.',
    clinic: 'Your clinic',
    phone: 'Phone: {phone}',
    email: 'Email: {email}',
    help: 'If you need help right now',
    helpText: 'Call or text 988, any time. If someone is in danger, call 911.',
    namedCharacters: 'Some characters cannot be printed here. Their code points stand in their place.',
    foot: 'Reference {reference} · page {page} of {pages}',
  },
  es: {
    title: 'Constancia',
    fileName: 'constancia.pdf',
    heading: 'Su constancia',
    sent: 'Enviado a {clinic} el {date}.',
    reference: 'Número de referencia: {reference}',
    private: 'Esta constancia tiene respuestas privadas de salud. Guárdela en un lugar seguro.',
    agreed: 'Lo que usted aceptó',
    signedBy: 'Firmado por {name} el {date}.',
    signedByHelper: 'Firmado por {name} ({relation}) el {date}.',
    clinic: 'Su clínica',
    phone: 'Teléfono: {phone}',
    email: 'Correo electrónico: {email}',
    help: 'Si necesita ayuda ahora mismo',
    helpText:
      'Llame al 988 y oprima 2, o envíe AYUDA por mensaje de texto al 988, a cualquier hora. Si alguien está en peligro, llame al 911.',
    namedCharacters: 'Algunos caracteres no se pueden imprimir aquí. En su lugar están sus códigos.',
    foot: 'Referencia {reference} · página {page} de {pages}',
  },
};
