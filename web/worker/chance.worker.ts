import { chanceOfScenario } from '../../core/scenario/chance.ts';
import type { ChanceAnswer, ChanceQuestion } from './messages.ts';

self.addEventListener('message', ({ data }: MessageEvent<ChanceQuestion>) => {
  const answer: ChanceAnswer = { turn: data.turn, chance: chanceOfScenario(data.areas, data.ids) };
  self.postMessage(answer);
});
