import type { RulePack } from '../pack.ts';

export declare const pack: RulePack;
