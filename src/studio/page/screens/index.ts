import type { Component } from 'svelte';
import type { Screen } from '../state/address.ts';
import Answer from './Answer.svelte';
import Ensemble from './Ensemble.svelte';
import Replay from './Replay.svelte';
import HangsOn from './HangsOn.svelte';
import Ledger from './Ledger.svelte';
import Page from './Page.svelte';
import Rivals from './Rivals.svelte';
import Cast from './Cast.svelte';
import Chamber from './Chamber.svelte';
import Positions from './Positions.svelte';
import Shelf from './Shelf.svelte';
import WhatIf from './WhatIf.svelte';
import Why from './Why.svelte';
import Storyline from './Storyline.svelte';
import Ties from './Ties.svelte';

/** The screens there are. A screen that is not here is not offered. */
export const made: Partial<Readonly<Record<Screen, Component>>> = {
  shelf: Shelf,
  answer: Answer,
  replay: Replay,
  why: Why,
  storyline: Storyline,
  chamber: Chamber,
  rivals: Rivals,
  ensemble: Ensemble,
  'what-if': WhatIf,
  positions: Positions,
  ties: Ties,
  cast: Cast,
  'hangs-on': HangsOn,
  ledger: Ledger,
  page: Page,
};

export const screenOf = (screen: Screen): Component => made[screen] ?? Answer;
