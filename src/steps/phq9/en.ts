const why = 'It helps us see how you have been. We ask everyone.';
const stem = 'Over the last 2 weeks, how often have you been bothered by any of the following problems?';

export const questions = {
  phq9: {
    label: stem,
    short: 'PHQ-9 (mood, past 2 weeks)',
    items: [
      'Little interest or pleasure in doing things',
      'Feeling down, depressed, or hopeless',
      'Trouble falling or staying asleep, or sleeping too much',
      'Feeling tired or having little energy',
      'Poor appetite or overeating',
      'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
      'Trouble concentrating on things, such as reading the newspaper or watching television',
      'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
      'Thoughts that you would be better off dead or of hurting yourself in some way',
    ],
    scale: ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'],
  },
  phq9Difficulty: {
    label:
      'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
    short: 'PHQ-9 difficulty',
    items: [],
    scale: ['Not difficult at all', 'Somewhat difficult', 'Very difficult', 'Extremely difficult'],
  },
};

export const pages = {
  phq9Mood: { title: 'Your mood and sleep', intro: stem, why },
  phq9Body: { title: 'Your energy and appetite', intro: stem, why },
  phq9Mind: { title: 'Your focus and pace', intro: stem, why },
  phq9Thoughts: {
    title: 'Your thoughts',
    intro: stem,
    why: 'We ask everyone. Feeling this way is common when people are depressed, and there is help.',
  },
  phq9Difficulty: { title: 'Your daily life' },
};
