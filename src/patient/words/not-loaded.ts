import type { InEach } from '../../lib/locale.ts';

/** Read where the app did not come; apart from the other words, since the app itself never needs them. */
export const notLoaded: InEach<{
  readonly h1: string;
  readonly text: string;
  readonly byLink: string;
  readonly again: string;
  readonly call: string;
}> = {
  en: {
    h1: 'This page has not loaded',
    text: 'The connection may be slow. Answers that you saved are kept. Load the page again, or call us. We can fill in the form with you.',
    byLink: 'If a link brought you here, open that link again.',
    again: 'Load the page again',
    call: 'Call us: {phone}',
  },
  es: {
    h1: 'Esta página no se ha cargado',
    text: 'La conexión puede estar lenta. Las respuestas que guardó están a salvo. Cargue la página otra vez, o llámenos. Podemos llenar el formulario con usted.',
    byLink: 'Si llegó aquí por un enlace, ábralo otra vez.',
    again: 'Cargar la página otra vez',
    call: 'Llámenos: {phone}',
  },
};
