import type { SummaryLine } from '../src/submission/staff-wire.ts';

/** One of ten personas in a morning's queue, with what a clinician must see at a glance. Written by hand. */
export interface Triaged {
  readonly persona: string;
  /** When the form came; it is noon. */
  readonly came: string;
  /** How soon somebody calls: the clinical reference, 5.1 and `docs/decisions/0055`. */
  readonly call: 'now' | 'today' | 'no call';
  /** The chip that says it in the queue. */
  readonly chip: string;
  /** Why, and in which of the six lines it stands. */
  readonly why: readonly (readonly [line: SummaryLine['id'], words: string])[];
}

/**
 * In the order in which they must be called or read. Whoever may be in danger comes first, however long somebody else
 * has waited: acute thoughts and a recent attempt now (an acute question declined is no "no"), a positive item 9 today.
 * A contraindication is read, not called: it does not go before somebody who has waited longer.
 */
export const triage: readonly Triaged[] = [
  {
    persona: 'V25',
    came: '11:05',
    call: 'now',
    chip: 'Safety: call now',
    why: [
      ['safety', 'suicidal now: declined'],
      ['safety', 'item 9 not answered'],
      ['next', 'clinician calls now'],
    ],
  },
  {
    persona: 'V05',
    came: '11:20',
    call: 'now',
    chip: 'Safety: call now',
    why: [
      ['safety', 'attempt: past 3 months'],
      ['next', 'clinician calls now'],
    ],
  },
  {
    persona: 'V06',
    came: '11:50',
    call: 'now',
    chip: 'Safety: call now',
    why: [
      ['safety', 'suicidal now: yes'],
      ['safety', 'item 9 = 3'],
      ['howIll', 'PHQ-9 24 severe'],
      ['next', 'clinician calls now'],
    ],
  },
  {
    persona: 'V04',
    came: '11:40',
    call: 'today',
    chip: 'Safety: call today',
    why: [
      ['safety', 'item 9 = 1, disagrees with ASQ'],
      ['next', 'clinician calls today'],
    ],
  },
  {
    persona: 'V01',
    came: '08:10',
    call: 'no call',
    chip: 'No flags to review',
    why: [
      ['treatable', 'label CI: none reported'],
      ['tried', 'TRD met by self-report (2 failed)'],
    ],
  },
  {
    persona: 'V13',
    came: '08:40',
    call: 'no call',
    chip: 'Review',
    why: [['treatable', 'review: MI within 6 weeks']],
  },
  {
    persona: 'V20',
    came: '09:00',
    call: 'no call',
    chip: 'Review',
    why: [
      ['treatable', 'review: sleep apnea'],
      ['medicines', 'oxycodone (opioid), diazepam (sedation)'],
    ],
  },
  {
    persona: 'V24',
    came: '09:30',
    call: 'no call',
    chip: 'Label CI: AVM',
    why: [
      ['treatable', 'label CI: AVM'],
      ['next', 'confirm AVM'],
    ],
  },
  {
    persona: 'V12',
    came: '10:15',
    call: 'no call',
    chip: 'Label CI not known: aneurysm',
    why: [
      ['treatable', 'CI not known: aneurysm'],
      ['treatable', 'BP not known'],
      ['next', 'clarify aneurysm → measure BP'],
    ],
  },
  {
    persona: 'V23',
    came: '10:30',
    call: 'no call',
    chip: 'Review',
    why: [['medicines', 'phenelzine (MAOI)']],
  },
];
