import type { ScenarioParameters } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import type { EvaluationSetting, ScenarioEvaluation } from '../../core/scenario/evaluate.ts';

/** A setting is sent once and kept by the worker under its key; edits follow as often as they change. */
export type WorkerQuestion =
  | { kind: 'setting'; key: string; setting: EvaluationSetting }
  | {
      kind: 'evaluate';
      key: string;
      turn: number;
      edits: readonly Edit[];
      parameters: ScenarioParameters;
    };

export type WorkerAnswer =
  | { turn: number; evaluation: ScenarioEvaluation }
  | { turn: number; refused: { code: string; message: string; details: Record<string, unknown> } };
