import { create } from 'zustand';

export type ScenarioDialog = 'versions' | 'share' | 'move';

/** Which dialog about the open scenario is open. */
export const useScenarioDialog = create<{ open: ScenarioDialog | null }>()(() => ({ open: null }));

export const openDialog = (open: ScenarioDialog) => useScenarioDialog.setState({ open });
export const closeDialog = () => useScenarioDialog.setState({ open: null });
