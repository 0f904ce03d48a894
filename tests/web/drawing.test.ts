import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { newScenario } from '../../core/scenario/edits.ts';
import { startHistory } from '../../core/scenario/history.ts';
import { deedHelp } from '../../web/drawing/deedHelp.ts';
import { DEED_KEYS, deedOf } from '../../web/drawing/deeds.ts';
import { endDrawing, isDrawing, startDrawing } from '../../web/drawing/drawing.ts';
import { unfinishedIn } from '../../web/drawing/unfinished.ts';
import { startTexts } from '../../web/i18n/catalogue.ts';
import { pointFor, stopPointing, usePointing } from '../../web/scenario/pointing.ts';
import { useFrozen } from '../../web/state/frozen.ts';
import { setView } from '../../web/state/view.ts';
import { useWorkspace } from '../../web/state/workspace.ts';

const key = (name: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey', boolean>> = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

describe('the keys of drawing', () => {
  it('mean what the sheet says, on the map', () => {
    const pressed = {
      move: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].map(name => key(name)),
      place: [key(' ')],
      finish: [key('Enter')],
      undo: [key('z'), key('Z'), key('z', { ctrlKey: true }), key('z', { metaKey: true }), key('Backspace')],
      redo: [key('y'), key('y', { ctrlKey: true }), key('Z', { ctrlKey: true, shiftKey: true })],
      cancel: [key('Escape')],
    };
    for (const [deed, all] of Object.entries(pressed)) {
      for (const one of all) expect(deedOf(one, true), JSON.stringify(one)).toBe(deed);
    }
    expect(deedOf(key('ArrowUp', { shiftKey: true }), true)).toBe('move');
    expect(Object.keys(pressed).sort()).toEqual([...new Set(DEED_KEYS.map(one => one.deed))].sort());
  });

  it('leave the page its own where the focus is not on the map, and the browser its own with Ctrl', () => {
    const elsewhere = ['ArrowUp', ' ', 'Enter', 'Backspace'].map(name => deedOf(key(name), false));
    expect(elsewhere).toEqual([null, null, null, null]);
    expect(deedOf(key('Escape'), false)).toBe('cancel');
    expect(deedOf(key('z', { ctrlKey: true }), false)).toBe('undo');
    expect(deedOf(key('ArrowLeft', { ctrlKey: true }), true)).toBeNull();
    expect(deedOf(key('Enter', { metaKey: true }), true)).toBeNull();
  });
});

describe('the sentence about the keys', () => {
  it('names for drawing every key that is heard, and for dragging and pointing those that do something', async () => {
    await startTexts('nl');
    expect(deedHelp('draw', i18next.t)).toBe(
      'Toetsen op de kaart: pijltjes bewegen het kruis, Shift + pijltje doet dat fijner, spatie zet een hoek, Enter sluit, Z of Ctrl Z of Backspace neemt een hoek terug, Y of Ctrl Y zet hem opnieuw, Esc stopt.',
    );
    expect(deedHelp('adjust', i18next.t)).toBe(
      'Toetsen op de kaart: pijltjes verschuiven het geheel, Shift + pijltje doet dat fijner, Enter of Esc is klaar.',
    );
    expect(deedHelp('point', i18next.t)).toMatch(/spatie of Enter wijst de plek aan, Esc stopt\.$/);
  });
});

describe('a drawing that was left', () => {
  const kept = {
    scenario: 'own',
    edit: null,
    corners: [[4.1, 51]],
    camera: { lon: 4.1, lat: 51, zoom: 12 },
    draft: { purpose: 'build', title: '', social: 20, functions: [] },
  };

  it('is read back as it was kept', () => {
    expect(unfinishedIn(JSON.stringify(kept))).toEqual(kept);
    const ofSchool = { ...kept, catchment: { function: 'primary_school', school: 's/1' } };
    expect(unfinishedIn(JSON.stringify(ofSchool))).toEqual(ofSchool);
  });

  it('is no drawing when there is nothing, or something else, in its place', () => {
    const broken = [
      null,
      '',
      'nothing',
      'null',
      '[]',
      JSON.stringify({ ...kept, corners: [] }),
      JSON.stringify({ ...kept, corners: [[4.1]] }),
      JSON.stringify({ ...kept, corners: [['4', '51']] }),
      JSON.stringify({ ...kept, camera: { lon: 4.1 } }),
      JSON.stringify({ ...kept, scenario: 3 }),
      JSON.stringify({ ...kept, draft: null }),
      JSON.stringify({ ...kept, catchment: { function: 'primary_school' } }),
    ];
    for (const text of broken) expect(unfinishedIn(text), String(text)).toBeNull();
  });
});

describe('a drawing', () => {
  const own: ScenarioDocument = newScenario({
    id: 'own',
    title: 'Plan',
    now: '2026-11-23T12:00:00Z',
    baseline: {
      ...{ region: 'dorp', release: 'a'.repeat(64), areasHash: 'b'.repeat(64), level: 'sector' },
      ...{ vintage: 2024, indicator: 'social_share', year: 2023, scope: null },
    },
  });
  const draw = (scenario: string) =>
    startDrawing({ kind: 'draw', scenario, shape: 'polygon', edit: null, take: async () => {} });

  beforeEach(() => {
    vi.stubGlobal('document', { activeElement: null, body: null });
    vi.stubGlobal('HTMLElement', class {});
    const history = startHistory({ scenarios: [own], deleted: [] });
    useWorkspace.setState({ history, workspace: history.present });
    setView({ place: 'scenario', scenario: own.id, versus: null });
  });
  afterEach(() => {
    useFrozen.setState({ frozen: null });
    stopPointing();
    vi.unstubAllGlobals();
  });

  it('is begun in the scenario on screen', () => {
    draw(own.id);
    expect(isDrawing()).toBe(true);
    vi.stubGlobal('document', { activeElement: null });
    endDrawing();
    expect(isDrawing()).toBe(false);
    pointFor(own.id, () => {});
    expect(usePointing.getState().take).not.toBeNull();
  });

  it('is not begun in what a frozen link shows, nor behind it, whichever way it is asked', () => {
    const frozen = { ...own, id: 'shared-link' };
    const fragment = '#share=link.secret';
    useFrozen.setState({
      frozen: { document: frozen, original: own, revision: 1, updatedAt: own.updatedAt, fragment },
    });
    setView({ scenario: frozen.id });
    for (const id of [frozen.id, own.id]) {
      draw(id);
      startDrawing({ kind: 'adjust', scenario: id, edit: 'edit' });
      pointFor(id, () => {});
    }
    expect(isDrawing()).toBe(false);
    expect(usePointing.getState().take).toBeNull();
  });

  it('is not begun where two are compared', () => {
    setView({ versus: 'swipe', right: own.id });
    draw(own.id);
    expect(isDrawing()).toBe(false);
  });
});
