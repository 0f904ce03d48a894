import type { Texts } from '../areas/indicator.ts';
import { indices } from '../concentration/registry.ts';
import { type AnyIndex, spatialIndices } from '../concentration/spatial-registry.ts';
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
  nl: 'deel van de kinderen (zonder die cijfers: van de woningen) die een plek binnen de loopafstand hebben, straks met wie in de nieuwe woningen komt: te voet over het netwerk, en waar dat er niet is hemelsbreed × omwegfactor van het scenario',
  en: 'share of the children (without such figures: dwellings) who have a place within walking distance, after with those who come in the new dwellings: on foot over the network, and where there is none a straight line × detour factor of the scenario',
  fr: 'part des enfants (à défaut: des logements) ayant un lieu à distance de marche, après avec ceux qui arrivent dans les nouveaux logements: à pied par le réseau, et là où il n’y en a pas à vol d’oiseau × facteur de détour du scénario',
};

const reachDeprived: Texts = {
  nl: 'Σ kinderen × kansarmoede-index over de punten met een plek binnen de loopafstand ÷ dezelfde som over alle punten in gebieden met een index; een schatting, want de index telt geboorten',
  en: 'Σ children × child-poverty index over the points with a place within walking distance ÷ the same sum over all points in areas with an index; an estimate, as the index counts births',
  fr: 'Σ enfants × indice de précarité infantile sur les points ayant un lieu à distance de marche ÷ la même somme sur tous les points des zones ayant un indice; une estimation, car l’indice compte des naissances',
};

const reachNew: Texts = {
  nl: 'deel van de nieuwe sociale woningen met een plek binnen de loopafstand: te voet over het netwerk, en waar dat er niet is hemelsbreed × omwegfactor van het scenario',
  en: 'share of the new social dwellings with a place within walking distance: on foot over the network, and where there is none a straight line × detour factor of the scenario',
  fr: 'part des nouveaux logements sociaux ayant un lieu à distance de marche: à pied par le réseau, et là où il n’y en a pas à vol d’oiseau × facteur de détour du scénario',
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

const reachMore: Texts = {
  nl: 'Kinderen wonen op punten van een raster van 100 m in hun gebied (grover waar dat er te veel zouden zijn), zoals op de pagina van een norm: van elk punt tot de dichtste plek, van een vlak tot de dichtste rand. Over het netwerk: in rechte lijn naar de dichtste straat of het dichtste pad, langs de kortste weg, en in rechte lijn naar de plek; een meter trap telt als twee. Ligt er binnen 500 m geen straat, of heeft de regio geen netwerk, dan hemelsbreed maal de omwegfactor. Die factor en die van trappen zijn aannamen van Buurtbalans. Wie er nu woont, blijft gelijk; daarbij komen de kinderen voor wie in de nieuwe sociale woningen plaats is, op de getekende plek of verspreid over het gebied, en met de kansarmoede-index van hun gebied.',
  en: 'Children live at the points of a lattice of 100 m in their area (coarser where those would be too many), as on the page of a norm: from each point to the nearest place, of a polygon to its nearest edge. Over the network: in a straight line to the nearest street or path, by the shortest way, and in a straight line to the place; a metre of steps counts as two. Where no street lies within 500 m, or the region has no network, a straight line times the detour factor. That factor and the one of steps are assumptions of Buurtbalans. Who lives there now stays as they are; to them come the children for whom the new social dwellings have room, on the drawn site or spread over the area, with the child-poverty index of their area.',
  fr: 'Les enfants habitent aux points d’une trame de 100 m dans leur zone (plus large s’il y en avait trop), comme sur la page d’une norme: de chaque point jusqu’au lieu le plus proche, d’un polygone jusqu’à son bord le plus proche. Par le réseau: en ligne droite jusqu’à la rue ou au chemin le plus proche, par le plus court chemin, et en ligne droite jusqu’au lieu; un mètre d’escalier compte pour deux. Sans rue à moins de 500 m, ou sans réseau dans la région, à vol d’oiseau fois le facteur de détour. Ce facteur et celui des escaliers sont des hypothèses de Buurtbalans. Les habitants actuels restent les mêmes; s’y ajoutent les enfants pour qui les nouveaux logements sociaux ont de la place, sur le site dessiné ou répartis sur la zone, avec l’indice de précarité infantile de leur zone.',
};

const birthIndex: Texts = {
  nl: 'De index is het aandeel geboorten in gezinnen die op drie of meer van zes criteria als kansarm scoren, geen aandeel mensen met een laag inkomen.',
  en: 'The index is the share of births in families that score as deprived on three or more of six criteria, not a share of people with a low income.',
  fr: 'L’indice est la part des naissances dans des familles précaires selon au moins trois critères sur six, et non une part de personnes à bas revenu.',
};

const deprivedMore: Texts = {
  nl: `${birthIndex.nl} Hier geldt het aandeel voor alle kinderen van het gebied. Bereik wordt op dezelfde manier gemeten als voor alle kinderen.`,
  en: `${birthIndex.en} Here it stands for all children of the area. Reach is measured as it is for all children.`,
  fr: `${birthIndex.fr} Ici il vaut pour tous les enfants de la zone. L’accès est mesuré comme pour tous les enfants.`,
};

/** What else must be known to read a figure rightly, where its line does not say it. */
const MORE: Readonly<Partial<Record<ScenarioFigureId, Texts>>> = {
  social_density: {
    nl: 'Onbebouwde grond telt in de oppervlakte mee.',
    en: 'Unbuilt land is part of the surface.',
    fr: 'Les terrains non bâtis font partie de la surface.',
  },
  areas_above: {
    nl: 'Een gebied precies op de drempel telt niet. De drempel is een aanname, die bij het scenario aan te passen is.',
    en: 'An area right on the threshold does not count. The threshold is an assumption that can be changed in the scenario.',
    fr: 'Une zone exactement au seuil ne compte pas. Le seuil est une hypothèse, modifiable dans le scénario.',
  },
  poverty_exposure: birthIndex,
  poverty_exposure_new: birthIndex,
  play_reach: reachMore,
  play_reach_new: reachMore,
  play_reach_deprived: deprivedMore,
  meeting_reach: reachMore,
  meeting_reach_new: reachMore,
  meeting_reach_deprived: deprivedMore,
  objective_remaining: {
    nl: 'Gerealiseerd is de voorraad van het scenariojaar min de voorraad waarvan het objectief vertrekt. Van het scenario telt wat in het jaar van het objectief of vroeger klaar is, of geen jaar heeft; wat gesloopt wordt of verhuist, gaat eraf. Een gemeente telt in haar geheel, ook buiten het gebied in beeld.',
    en: 'Realised is the stock of the scenario’s year less the stock the objective is counted from. Of the scenario counts what is completed in the year of the objective or before, or has no year; what is demolished or moves away is taken off. A municipality counts whole, also outside the area in view.',
    fr: 'Le réalisé est le parc de l’année du scénario moins le parc de départ de l’objectif. Du scénario compte ce qui est achevé au plus tard l’année de l’objectif, ou sans année; ce qui est démoli ou déplacé est déduit. Une commune compte entière, même hors de la zone affichée.',
  },
};

const allIndices: readonly AnyIndex[] = [...indices, ...spatialIndices];

/** How a figure of `panelFigures` is made: the formula and source of an index, a line for the others; null for an unknown id. */
export function figureMethod(id: string): Texts | null {
  const index = allIndices.find(one => one.id === id);
  if (index === undefined) return METHODS[id as ScenarioFigureId] ?? null;
  const { formula, citation } = index;
  const text = citation === null ? formula : `${formula} — ${citation.author} (${citation.year})`;
  return { nl: text, en: text, fr: text };
}

/** What a reader of a figure must know beside its line; null where that says all. */
export const figureMore = (id: string): Texts | null => MORE[id as ScenarioFigureId] ?? null;

/** What a figure of `panelFigures` is called; null for an unknown id. */
export const figureTitle = (id: string): Texts | null =>
  allIndices.find(one => one.id === id)?.title ?? FIGURE_TITLES[id as ScenarioFigureId] ?? null;
