/** Facts: clinical reference 1, 2 and 6. No promises; what is approved and what is off-label is said each time. */
export const en = {
  title: 'About these treatments',
  h1: 'How these treatments work',
  lead: 'Ketamine and SPRAVATO (esketamine) are close relatives. Here is what they do, what people feel, and what we watch.',
  noPromise:
    'They do not help everyone, and the help may not last. Nobody can say ahead of time what they will do for you. A clinician talks with you about what may fit.',
  parts: [
    {
      title: 'What ketamine does',
      texts: [
        'Ketamine was first made in the 1960s. In large doses it puts people to sleep for surgery. Doses for depression or pain are much smaller.',
        'It blocks one kind of signal in the brain, at places called NMDA receptors. This changes how the brain uses a messenger called glutamate. It may help brain cells make new links.',
        'Most medicines for depression take weeks. Ketamine may ease depression within hours or days. The effect is often short, so it is given more than once.',
      ],
    },
    {
      title: 'What people feel',
      texts: [
        'You may feel far away from your body, or feel that you float. Time and space may seem different. You may see or hear things that are not there. Some people get very sleepy.',
        'These feelings are strongest during the treatment. They fade about 30 to 60 minutes after an infusion, or within 2 hours of SPRAVATO.',
      ],
    },
    {
      title: 'What we watch',
      texts: [
        'Blood pressure and heart rate go up for a few hours. We check them before and after each dose. For some vessel problems this can be dangerous, so we ask about them.',
        'At these doses breathing most often stays normal. We still watch your oxygen.',
        'Other calming medicines and alcohol add to the sleepiness. That is why we ask about them.',
        'You may not drive until the next day, after a good night of sleep. Someone else has to take you home.',
      ],
    },
  ],
  compare: {
    title: 'Side by side',
    ivKetamine: 'IV ketamine',
    spravato: 'SPRAVATO',
    rows: [
      {
        topic: 'How it is given',
        ivKetamine: 'Through a vein, at the clinic.',
        spravato: 'As a nasal spray, at the clinic. It is never taken home.',
      },
      {
        topic: 'How long it takes',
        ivKetamine: 'It acts within minutes. An infusion often takes about 40 minutes. Then you rest.',
        spravato: 'You stay for at least 2 hours after the spray.',
      },
      {
        topic: 'The dose',
        ivKetamine: 'It can be set exactly, changed, or stopped at any time.',
        spravato: 'Two set doses: 56 mg or 84 mg.',
      },
      {
        topic: 'How often at first',
        ivKetamine: 'Your clinician makes a plan with you.',
        spravato: 'Twice a week for 4 weeks, then less often.',
      },
      {
        topic: 'FDA-approved for',
        ivKetamine: 'Anesthesia only.',
        spravato:
          'Adults whose depression did not get better with at least two antidepressants. Also adults with depression and thoughts of suicide, together with an antidepressant pill.',
      },
      {
        topic: 'Off-label use',
        ivKetamine:
          'Every use for mood, PTSD, anxiety or pain. Off-label means that the FDA has not approved it for this. Doctors may still choose it.',
        spravato: 'Bipolar depression, PTSD, anxiety, OCD, pain and substance use.',
      },
      {
        topic: 'Special rules',
        ivKetamine: 'A trained clinician gives it and stays near.',
        spravato:
          'Only certified clinics may give it. You sign up for a safety program called REMS before the first dose.',
      },
    ],
    limits:
      'SPRAVATO has not been shown to prevent suicide. It does not take the place of a hospital stay when one is needed.',
  },
  evidence: {
    title: 'How well it is studied',
    lead: 'Research goes on. IV ketamine is not FDA-approved for any of these.',
    list: [
      'Depression, with bipolar depression: best studied.',
      'PTSD, OCD and substance use: smaller studies.',
      'Anxiety and social anxiety: early research.',
      'Chronic pain: some support in one kind, complex regional pain syndrome (CRPS). Weak or none in others.',
    ],
  },
  risks: {
    title: 'Risks to know',
    list: [
      'Sleepiness, feeling cut off from yourself, slow breathing.',
      'A rise in blood pressure.',
      'It can be used too much or in the wrong way. More care is needed for people who have had problems with alcohol or drugs.',
      'Long use can hurt the bladder.',
      'In pregnancy and while breastfeeding, not enough is known to be safe.',
      'Young adults who take antidepressants may have more thoughts of suicide. SPRAVATO and these uses of ketamine are for people 18 or older.',
    ],
  },
  sources: {
    title: 'Where this comes from',
    list: [
      'SPRAVATO (esketamine) prescribing information and Medication Guide, United States.',
      'Ketamine injection prescribing information, United States, 2024.',
      'U.S. Food and Drug Administration: compounded ketamine products, October 2023.',
      'McIntyre and others, American Journal of Psychiatry, 2021.',
      'Canadian Network for Mood and Anxiety Treatments (CANMAT), ketamine task force, 2021.',
      'ASRA, AAPM and ASA: consensus guidelines on ketamine for chronic pain, 2018.',
    ],
  },
  toStart: 'Go to the start page',
};

export type AboutWords = typeof en;
