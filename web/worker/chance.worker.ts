import { chanceOfScenario } from '../../core/scenario/chance.ts';
import type { ChanceAnswer, ChanceQuestion } from './messages.ts';

self.addEventListener('message', ({ data }: MessageEvent<ChanceQuestion>) => {
  const { turn, areas, ids, contiguity } = data;
  const answer: ChanceAnswer = { turn, chance: chanceOfScenario(areas, ids, contiguity) };
  self.postMessage(answer);
});
