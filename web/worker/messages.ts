import type { WalkingNetwork } from '../../core/access/network/types.ts';
import type { SettledAreas } from '../../core/access/settled.ts';
import type { Contiguity } from '../../core/areas/contiguity.ts';
import type { ChanceExpectation } from '../../core/scenario/chance.ts';
import type { ScenarioParameters } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import type { EvaluationSetting, ScenarioEvaluation } from '../../core/scenario/evaluate.ts';
import type { EvaluatedAreas } from '../../core/scenario/evaluated.ts';
import type { ScenarioMarginal } from '../../core/scenario/marginal.ts';
import type { SpreadAnswer, SpreadBeside } from '../../core/spreading/answer.ts';
import type { SpreadAsk } from '../../core/spreading/scenario.ts';

/** Settings a worker keeps, so that two scenarios side by side do not send theirs again with every edit. */
export const KEPT_SETTINGS = 3;

/** A setting is sent once and kept by the worker under its key; edits follow as often as they change. */
export type WorkerQuestion =
  /** A network is large and stays the same from setting to setting: it is sent once, and named in those that have it. */
  | { kind: 'network'; network: WalkingNetwork }
  /** So are the points where people live. */
  | { kind: 'settlement'; settlement: SettledAreas }
  | { kind: 'setting'; key: string; setting: EvaluationSetting; walked: boolean; settled: boolean }
  | {
      kind: 'evaluate';
      key: string;
      turn: number;
      edits: readonly Edit[];
      parameters: ScenarioParameters;
    };

export type Refusal = { code: string; message: string; details: Record<string, unknown> };

export type WorkerAnswer =
  | { turn: number; evaluation: ScenarioEvaluation }
  | { turn: number; refused: Refusal };

/** What chance would give takes long, so that it is asked of a worker of its own. */
export type ChanceQuestion = {
  turn: number;
  areas: EvaluatedAreas;
  ids: readonly string[];
  contiguity: Contiguity | null;
};
export type ChanceAnswer = { turn: number; chance: Record<string, ChanceExpectation> };

/** The map of what ten more would do has a worker of its own: an edit comes before it. `contiguity` where the index asks for it. */
export type MarginalQuestion = { areas: EvaluatedAreas; id: string; contiguity: Contiguity | null };
export type MarginalAnswer = { effects: ScenarioMarginal | null };

/** A search for a plan has a worker of its own, which is ended to cancel it. */
export type SpreadQuestion = { setting: EvaluationSetting; edits: readonly Edit[]; ask: SpreadAsk };
export type SpreadMessage =
  | { kind: 'plan'; plan: SpreadAnswer }
  | { kind: 'beside'; beside: SpreadBeside }
  | { kind: 'refused'; refused: Refusal };
