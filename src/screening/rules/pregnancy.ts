import { both, type Rule } from '../rule.ts';
import { not, or, tri } from '../tri.ts';

/** Pregnancy and breastfeeding: asked of everyone, whatever their sex or gender. */
export const pregnancy = [
  {
    id: 'RP-PREGNANT',
    tier: 'core',
    finds: 'Pregnant, in anybody who does not say they cannot become pregnant.',
    severity: both('review'),
    unknown: 'flag',
    clinician:
      'Pregnancy reported/uncertain. SPR not recommended (embryo-fetal toxicity §5.11); IVK consensus contraindication (ASRA acute). Test before treatment.',
    tags: ['consensusContraindication'],
    sources: ['S-5.11', 'S-8.1', 'A-AC'],
    reads: ['canBecomePregnant', 'pregnant'],
    when: ({ answers: { canBecomePregnant, pregnant } }) =>
      canBecomePregnant === 'no' ? 'absent' : tri(pregnant),
  },
  {
    id: 'RP-PLANNING',
    tier: 'core',
    finds: 'Could become pregnant and is not: trying to, or without reliable birth control.',
    severity: both('caution'),
    unknown: 'omit',
    clinician: 'May become pregnant: plan/prevent pregnancy; pregnancy test; registry 1-844-405-6185.',
    sources: ['S-8.3', 'S-MG'],
    reads: ['canBecomePregnant', 'pregnant', 'tryingPregnant', 'contraception'],
    when: ({ answers: { canBecomePregnant, pregnant, tryingPregnant, contraception } }) => {
      if (canBecomePregnant === 'no' || pregnant === 'yes') return 'absent';
      return or(tri(tryingPregnant), not(tri(contraception)));
    },
  },
  {
    id: 'RP-BREASTFEEDING',
    tier: 'core',
    finds: 'Breastfeeding.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Breastfeeding: not recommended with SPRAVATO; same caution for IVK.',
    sources: ['S-8.2', 'S-MG'],
    reads: ['breastfeeding'],
    when: ({ answers }) => tri(answers.breastfeeding),
  },
] as const satisfies readonly Rule[];
