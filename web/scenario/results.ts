import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { create } from 'zustand';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { ScenarioEvaluation } from '../../core/scenario/evaluate.ts';
import { panelFigures } from '../../core/scenario/figures.ts';
import { type Computed, checkResults, type ResultsCheck, resultsOf } from '../../core/scenario/results.ts';
import { settingsQuery } from '../data/queries.ts';
import { useScene } from '../state/scene.tsx';
import { evaluateInWorker } from '../worker/evaluator.ts';

import { downloadScenario } from './file.ts';
import { usePrepared } from './prepared.ts';

/** The scenario of the file that was opened last, with the results that stood in it. */
const useFromFile = create<{ document: ScenarioDocument | null }>()(() => ({ document: null }));

/** Remembers what a file says, so that it is computed again and compared; one without results says nothing. */
export const rememberResults = (document: ScenarioDocument) =>
  useFromFile.setState({ document: document.results === undefined ? null : document });
export const forgetResults = () => useFromFile.setState({ document: null });

/** What a scenario comes to on the release on screen, computed now; null where that cannot be. */
function useComputing(
  scenario: ScenarioDocument | null,
): ((scenario: ScenarioDocument) => Promise<Computed | null>) | null {
  const prepared = usePrepared(scenario);
  const { release } = useScene();
  const version = useQuery(settingsQuery).data?.version;
  return useMemo(() => {
    if (prepared === null || 'refused' in prepared || version === undefined) return null;
    const { key, setting } = prepared;
    return ({ edits, parameters }) =>
      evaluateInWorker(key, setting, { edits, parameters }).then(
        evaluation => computedOf(evaluation, release.hash, version),
        () => null,
      );
  }, [prepared, release.hash, version]);
}

const computedOf = (evaluation: ScenarioEvaluation, release: string, version: string): Computed => ({
  release,
  version,
  figures: panelFigures(evaluation),
});

/** Hands a scenario over as a file, with what it comes to where that can be computed. */
export function useDownload(scenario: ScenarioDocument | null): () => void {
  const computing = useComputing(scenario);
  return () => {
    if (scenario === null) return;
    const computed = computing === null ? Promise.resolve(null) : computing(scenario);
    void computed.then(result =>
      downloadScenario(
        result === null
          ? scenario
          : { ...scenario, results: resultsOf(scenario, result, new Date().toISOString()) },
      ),
    );
  };
}

/** What the file of the open scenario says beside what it comes to now; null without one, and while it is computed. */
export function useResultsCheck(scenario: ScenarioDocument): ResultsCheck | null {
  const document = useFromFile(state => state.document);
  const file = document?.id === scenario.id ? document : null;
  const computing = useComputing(file);
  const [check, setCheck] = useState<{ of: ScenarioDocument; check: ResultsCheck } | null>(null);
  const known = check?.of === file;
  useEffect(() => {
    if (file?.results === undefined || computing === null || known) return;
    const { results } = file;
    let wanted = true;
    void computing(file).then(computed => {
      if (wanted && computed !== null) setCheck({ of: file, check: checkResults(results, computed) });
    });
    return () => {
      wanted = false;
    };
  }, [file, computing, known]);
  return known ? (check?.check ?? null) : null;
}
