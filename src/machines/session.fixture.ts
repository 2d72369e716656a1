import { type Actor, createActor, fromPromise, SimulatedClock } from 'xstate';
import { type Draft, newDraft } from './draft.ts';
import { sessionMachine } from './session.machine.ts';
import type { Opened, Removal, Saved, Sent, SessionInput, Told, ToSave } from './session.types.ts';
import { Unheard } from './unheard.ts';

export const AT = '2026-11-22T10:00:00.000Z';
const START = Date.parse(AT);

export const emptyDraft = (more: Partial<Draft> = {}): Draft => ({
  ...newDraft({
    submissionId: '4b3b1c52-3f6c-4c53-9d0e-1f7f6a0f3a01',
    alertId: '4b3b1c52-3f6c-4c53-9d0e-1f7f6a0f3a02',
    language: 'en',
    at: AT,
  }),
  ...more,
});

export const receipt = { submissionId: emptyDraft().submissionId, reference: 'KX7-4M2', receivedAt: AT };

/** A server and a device that keep what they are given, and can be cut off. */
export class World {
  readonly clock = new SimulatedClock();
  online = true;
  serverUp = true;
  /** A server that takes nothing until then, and says so: 429 or 503 with Retry-After. */
  busyUntilMs = 0;
  /** How long the network takes. */
  latencyMs = 0;
  /** How long the device takes to store a copy. */
  storingMs = 0;
  /** A receipt that never arrives: the server took the form, the answer was lost. */
  losesAnswers = false;
  server: { readonly draft: Draft; readonly version: number } | undefined;
  device: Draft | undefined;
  readonly calls: string[] = [];
  readonly sent: Draft[] = [];
  readonly alerts: ToTell[] = [];
  open: () => Opened = () => this.found();
  save: (given: ToSave) => Saved | undefined = () => undefined;
  send: (draft: Draft) => Sent = () => ({ kind: 'received', receipt });
  tell: (given: ToTell) => Told = () => ({ kind: 'told' });

  now = (): string => new Date(START + this.clock.now()).toISOString();

  private found(): Opened {
    const draft = this.device ?? this.server?.draft;
    if (!draft) return { kind: 'none' };
    return {
      kind: 'found',
      draft,
      version: this.server?.version ?? null,
      ownDevice: true,
      isSaved: draft === this.server?.draft,
    };
  }

  private async wait(ms: number): Promise<void> {
    if (ms > 0)
      await new Promise<void>((over) => {
        this.clock.setTimeout(() => over(), ms);
      });
  }

  /** There, or lost on the way. */
  private async reach(): Promise<void> {
    await this.wait(this.latencyMs);
    if (!this.online || !this.serverUp) throw new Error('nobody answered');
    const busyMs = this.busyUntilMs - this.clock.now();
    if (busyMs > 0) throw new Unheard(busyMs);
  }

  readonly machine = sessionMachine.provide({
    actors: {
      loadDraft: fromPromise(async () => this.open()),
      keepHere: fromPromise<void, ToSave>(async ({ input, signal }) => {
        await this.wait(this.storingMs);
        if (!signal.aborted) this.device = input.draft;
      }),
      saveDraft: fromPromise<Saved, ToSave>(async ({ input }) => {
        this.calls.push('save');
        await this.reach();
        const answer = this.save(input);
        if (answer) return answer;
        const version = this.server?.version ?? null;
        if (this.server && version !== input.version)
          return { kind: 'conflict', theirs: this.server.draft, version };
        this.server = { draft: input.draft, version: (this.server?.version ?? 0) + 1 };
        return { kind: 'saved', version: this.server.version };
      }),
      deleteDraft: fromPromise<void, { readonly because: Removal; readonly ownDevice: boolean }>(
        async ({ input }) => {
          this.calls.push(`delete ${input.because}`);
          this.device = undefined;
          await this.reach();
          this.server = undefined;
        },
      ),
      sendSubmission: fromPromise<Sent, { draft: Draft }>(async ({ input }) => {
        this.calls.push('send');
        await this.reach();
        this.sent.push(input.draft);
        const answer = this.send(input.draft);
        if (this.losesAnswers) throw new Error('the answer was lost');
        return answer;
      }),
      raiseAlert: fromPromise<Told, ToTell>(async ({ input }) => {
        this.calls.push(`alert ${input.alert.state}`);
        await this.reach();
        this.alerts.push(input);
        return this.tell(input);
      }),
    },
    actions: {
      wipe: () => {
        this.calls.push('wipe');
        this.device = undefined;
      },
    },
  });

  /** A tab that opens the form: the start of a sitting, and every reload. */
  start(more: Partial<SessionInput> = {}): Sitting {
    const actor = createActor(this.machine, {
      clock: this.clock,
      input: {
        circumstances: { asOf: '2026-11-22', locationCount: 1 },
        thresholds: { severeSystolic: 180, severeDiastolic: 110 },
        online: this.online,
        random: () => 0.5,
        ...more,
      },
    });
    actor.start();
    return actor;
  }

  /** Lets time go by, and everything that was waiting for it. */
  async pass(ms: number, stepMs = 500): Promise<void> {
    await settle();
    for (let left = ms; left > 0; left -= stepMs) {
      this.clock.increment(Math.min(stepMs, left));
      await settle();
    }
  }
}

export type Sitting = Actor<typeof sessionMachine>;
type ToTell = { readonly alert: NonNullable<Draft['alert']>; readonly draft: Draft };

/** Lets every promise that can settle do so. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
};
