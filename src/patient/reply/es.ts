import type { ReplyWords } from './en.ts';

export const es: ReplyWords = {
  asked: 'La clínica tiene una pregunta para usted',
  askedText: 'Queremos saber un poco más. Puede dejar una pregunta sin contestar.',
  answer: 'Contestar ahora',
  later: 'Puede volver más tarde a esta página con el mismo enlace o código.',
  fromClinic: 'La clínica pregunta',
  of: 'Pregunta {n} de {of}',
  last: 'Enviar mis respuestas',
  notTold:
    'La clínica verá esta respuesta cuando usted la envíe. Para hablar antes con alguien, llame al 988 y oprima 2.',
  goOn: 'Seguir',
  sending: 'Enviando sus respuestas…',
  unheard: 'Aún no pudimos enviar sus respuestas. Seguimos intentando. No cierre esta página.',
  again: 'Intentar de nuevo',
  refused: 'No pudimos recibir estas respuestas. Abra otra vez su enlace, o llámenos al {phone}.',
  nothing: 'Dejó todo en blanco. Conteste al menos una pregunta antes de enviar.',
  done: 'Gracias. La clínica ya tiene sus respuestas.',
  doneText:
    'Las vamos a leer. Nadie lee esto en este momento. Si no se siente a salvo antes de que le llamemos, llame al 988 y oprima 2.',
  nextOne: 'Hay otra pregunta',
  open: {
    h1: 'Tiene un mensaje de {clinic}',
    lead: 'Su fecha de nacimiento nos muestra que el mensaje es para usted.',
    code: 'Su código',
    codeHint: '26 letras y números. Los espacios y guiones no importan.',
    codeNeeded: 'Escriba las 26 letras y números de su código.',
    birthDate: '¿Cuál es su fecha de nacimiento?',
    show: 'Ver el mensaje',
    opening: 'Abriendo su mensaje…',
    notOpened: 'No se pudo abrir. Revise su fecha de nacimiento y su código.',
    notOpenedText:
      'Un enlace sirve 14 días y se cierra después de 5 fechas equivocadas. Para pedir otro, llámenos al {phone}.',
    unheard: 'No pudimos conectarnos con la clínica. Revise su conexión y vuelva a intentarlo.',
    nothing: 'No hay ninguna pregunta para usted por ahora.',
  },
};
