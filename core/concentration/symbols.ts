import type { Texts } from '../areas/indicator.ts';

/** Of every index of one group; capitals are sums over the areas. */
export const countSymbols: Texts = {
  nl: 'xᵢ de sociale, tᵢ alle en yᵢ de andere woningen van gebied i, X, T en Y hun sommen; pᵢ = xᵢ/tᵢ, n het aantal gebieden',
  en: 'xᵢ the social, tᵢ all and yᵢ the other dwellings of area i, X, T and Y their sums; pᵢ = xᵢ/tᵢ, n the number of areas',
  fr: 'xᵢ les logements sociaux, tᵢ tous et yᵢ les autres de la zone i, X, T et Y leurs sommes ; pᵢ = xᵢ/tᵢ, n le nombre de zones',
};

/** Of the indices that weigh every pair of areas by distance. */
export const decaySymbols: Texts = {
  nl: 'cᵢⱼ het gewicht van de afstand d in kilometer tussen de zwaartepunten; aᵢ de oppervlakte',
  en: 'cᵢⱼ the weight of the distance d in kilometres between centroids; aᵢ the surface',
  fr: 'cᵢⱼ le poids de la distance d en kilomètres entre les centroïdes ; aᵢ la superficie',
};

/** Of the indices of surroundings. */
export const aroundSymbols: Texts = {
  nl: 'p̃ᵢ het aandeel rond gebied i; dᵢⱼ de afstand in kilometer tussen de zwaartepunten; r de straal (2 km tenzij anders gekozen)',
  en: 'p̃ᵢ the share around area i; dᵢⱼ the distance in kilometres between centroids; r the radius (2 km unless chosen)',
  fr: 'p̃ᵢ la part autour de la zone i ; dᵢⱼ la distance en kilomètres entre les centroïdes ; r le rayon (2 km sauf autre choix)',
};

/** Of the indices of several groups. */
export const groupSymbols: Texts = {
  nl: 'πᵢₘ het aandeel van groep m in gebied i, πₘ in het geheel; tᵢ alle woningen; g het aantal groepen',
  en: 'πᵢₘ the share of group m in area i, πₘ in the whole; tᵢ all dwellings; g the number of groups',
  fr: 'πᵢₘ la part du groupe m dans la zone i, πₘ dans l’ensemble ; tᵢ tous les logements ; g le nombre de groupes',
};
