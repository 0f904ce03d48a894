import type { Texts } from '../areas/indicator.ts';
import { indices } from '../concentration/registry.ts';
import { FIGURE_TITLES, type ScenarioFigureId } from './figure-titles.ts';

const sumOfEdits: Texts = {
  nl: 'som over de wijzigingen die meetellen, binnen en buiten het gebied in beeld',
  en: 'sum over the edits that count, within the area in view and outside it',
  fr: 'somme des modifications actives, dans la zone affichée et en dehors',
};

const children: Texts = {
  nl: 'Σ nieuwe sociale woningen per aantal slaapkamers × kinderen per woning (aannames van het scenario; zonder eigen cijfers een kamer per kind)',
  en: 'Σ new social dwellings by bedrooms × children per dwelling (assumptions of the scenario; without own figures a room a child)',
  fr: 'Σ nouveaux logements sociaux par nombre de chambres × enfants par logement (hypothèses du scénario; sans chiffres propres une chambre par enfant)',
};

const reach: Texts = {
  nl: 'deel van de kinderen (zonder die cijfers: van de woningen) van nu in gebieden met een plek binnen de loopafstand: rechte lijn × omwegfactor van het scenario',
  en: 'share of the present children (without such figures: dwellings) in areas with a place within walking distance: straight line × detour factor of the scenario',
  fr: 'part des enfants actuels (à défaut: des logements) des zones ayant un lieu à distance de marche: ligne droite × facteur de détour du scénario',
};

const reachDeprived: Texts = {
  nl: 'Σ kinderen × kansarmoede-index over de gebieden met een plek binnen de loopafstand ÷ dezelfde som over alle gebieden met een index; een schatting, want de index telt geboorten',
  en: 'Σ children × child-poverty index over the areas with a place within walking distance ÷ the same sum over all areas with an index; an estimate, as the index counts births',
  fr: 'Σ enfants × indice de précarité infantile sur les zones ayant un lieu à distance de marche ÷ la même somme sur toutes les zones ayant un indice; une estimation, car l’indice compte des naissances',
};

const reachNew: Texts = {
  nl: 'deel van de nieuwe sociale woningen in gebieden met een plek binnen de loopafstand: rechte lijn × omwegfactor van het scenario',
  en: 'share of the new social dwellings in areas with a place within walking distance: straight line × detour factor of the scenario',
  fr: 'part des nouveaux logements sociaux des zones ayant un lieu à distance de marche: ligne droite × facteur de détour du scénario',
};

/** How each figure that is no index is made, in a line. */
const METHODS: Readonly<Record<ScenarioFigureId, Texts>> = {
  social_dwellings: {
    nl: 'Σ sociale huurwoningen over de gebieden in beeld, met de wijzigingen erbij',
    en: 'Σ social dwellings over the areas in view, with the edits added',
    fr: 'Σ logements sociaux des zones affichées, modifications comprises',
  },
  dwellings: {
    nl: 'Σ woningen over de gebieden in beeld, met de wijzigingen erbij',
    en: 'Σ dwellings over the areas in view, with the edits added',
    fr: 'Σ logements des zones affichées, modifications comprises',
  },
  social_density: {
    nl: 'Σ sociale huurwoningen ÷ Σ hectare van de gebieden in beeld',
    en: 'Σ social dwellings ÷ Σ hectares of the areas in view',
    fr: 'Σ logements sociaux ÷ Σ hectares des zones affichées',
  },
  areas_above: {
    nl: 'aantal gebieden met een groter aandeel sociale huurwoningen dan de drempel van het scenario',
    en: 'number of areas with a larger share of social dwellings than the threshold of the scenario',
    fr: 'nombre de zones dont la part de logements sociaux dépasse le seuil du scénario',
  },
  poverty_exposure: {
    nl: 'kansarmoede-index van de gebieden, gemiddeld naar de sociale huurwoningen erin; gebieden zonder index tellen niet mee',
    en: 'child-poverty index of the areas, averaged by the social dwellings in them; areas without an index are left out',
    fr: 'indice de précarité infantile des zones, pondéré par leurs logements sociaux; sans indice, la zone ne compte pas',
  },
  poverty_exposure_new: {
    nl: 'kansarmoede-index van de gebieden, gemiddeld naar de sociale huurwoningen die erbij komen',
    en: 'child-poverty index of the areas, averaged by the social dwellings that come there',
    fr: 'indice de précarité infantile des zones, pondéré par les logements sociaux qui y viennent',
  },
  play_reach: reach,
  play_reach_deprived: reachDeprived,
  play_reach_new: reachNew,
  meeting_reach: reach,
  meeting_reach_deprived: reachDeprived,
  meeting_reach_new: reachNew,
  objective_remaining: {
    nl: 'Σ over de gemeenten van het laatste objectief min wat sinds het begin gerealiseerd is, gepland is en het scenario toevoegt; per gemeente niet onder nul',
    en: 'Σ over the municipalities of the last objective minus what was realised since its start, is planned and the scenario adds; in none below nought',
    fr: 'Σ sur les communes du dernier objectif moins le réalisé depuis le début, le prévu et l’apport du scénario; jamais sous zéro par commune',
  },
  social_built: sumOfEdits,
  social_converted: sumOfEdits,
  social_demolished: sumOfEdits,
  social_renovated: sumOfEdits,
  private_built: sumOfEdits,
  private_demolished: sumOfEdits,
  family_share: {
    nl: 'nieuwe sociale woningen met genoeg slaapkamers ÷ nieuwe sociale woningen waarvan het aantal slaapkamers bekend is',
    en: 'new social dwellings with enough bedrooms ÷ new social dwellings of which the bedrooms are known',
    fr: 'nouveaux logements sociaux avec assez de chambres ÷ ceux dont le nombre de chambres est connu',
  },
  children,
  'children_0-5': children,
  'children_6-11': children,
  'children_12-17': children,
};

/** How a figure of `panelFigures` is made: the formula and source of an index, a line for the others; null for an unknown id. */
export function figureMethod(id: string): Texts | null {
  const index = indices.find(one => one.id === id);
  if (index === undefined) return METHODS[id as ScenarioFigureId] ?? null;
  const { formula, citation } = index;
  const text = citation === null ? formula : `${formula} — ${citation.author} (${citation.year})`;
  return { nl: text, en: text, fr: text };
}

/** What a figure of `panelFigures` is called; null for an unknown id. */
export const figureTitle = (id: string): Texts | null =>
  indices.find(one => one.id === id)?.title ?? FIGURE_TITLES[id as ScenarioFigureId] ?? null;
