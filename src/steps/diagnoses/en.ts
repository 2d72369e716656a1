export const questions = {
  dxBipolar: {
    label: 'Has anyone ever told you that you have bipolar disorder?',
    hint: 'It means times of very low mood and times of very high mood. It was once called manic depression.',
    why: 'The best plan can be different for people with bipolar disorder.',
    short: 'Bipolar disorder',
  },
  dxSchizophrenia: {
    label: 'Have you been told that you have schizophrenia or schizoaffective disorder?',
    hint: 'Or delusional disorder. These can make it hard to tell what is real.',
    why: 'During treatment you may see or hear things differently for a while. We plan for that with care.',
    short: 'Schizophrenia or similar',
  },
  dissociativeDx: {
    label: 'Have you been told that you have a dissociative disorder?',
    hint: 'It means often feeling cut off from yourself or the world, or losing track of time.',
    why: 'During treatment you may feel far from your body for a while. We plan for that with care.',
    short: 'Dissociative disorder',
  },
};

export const pages = { diagnoses: { title: 'What you have been told about your mental health' } };
