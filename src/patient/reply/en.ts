/** What a person reads who is asked for more after sending, and who opens a link that the clinic made. */
export const en = {
  asked: 'The clinic has a question for you',
  askedText: 'We would like to know a little more. You can leave a question blank.',
  answer: 'Answer now',
  later: 'You can come back to this page later with the same link or code.',
  fromClinic: 'The clinic asks',
  of: 'Question {n} of {of}',
  last: 'Send my answers',
  notTold: 'The clinic will see this answer when you send. To talk with someone sooner, call or text 988.',
  goOn: 'Go on',
  sending: 'Sending your answers…',
  unheard: 'We could not send your answers yet. We keep trying. Keep this page open.',
  again: 'Try again',
  refused: 'We could not take these answers. Open your link again, or call us at {phone}.',
  nothing: 'You left everything blank. Answer at least one question before you send.',
  done: 'Thank you. The clinic has your answers.',
  doneText:
    'We will read them. No one reads this live. If you feel unsafe before we reach you, call or text 988.',
  nextOne: 'There is one more question',
  open: {
    h1: 'You have a message from {clinic}',
    lead: 'Your birth date shows us that the message is yours.',
    code: 'Your code',
    codeHint: '26 letters and numbers. Spaces and hyphens do not matter.',
    codeNeeded: 'Type the 26 letters and numbers of your code.',
    birthDate: 'What is your birth date?',
    show: 'Show the message',
    opening: 'Opening your message…',
    notOpened: 'This did not open. Check your birth date and your code.',
    notOpenedText:
      'A link works for 14 days, and stops after 5 wrong birth dates. For a new one, call us at {phone}.',
    unheard: 'We could not reach the clinic. Check your connection, then try again.',
    nothing: 'There is no question for you right now.',
  },
};

export type ReplyWords = typeof en;
