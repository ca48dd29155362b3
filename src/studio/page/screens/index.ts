import type { Component } from 'svelte';
import type { Screen } from '../state/address.ts';
import Answer from './Answer.svelte';
import HangsOn from './HangsOn.svelte';
import Ledger from './Ledger.svelte';
import Page from './Page.svelte';
import Rivals from './Rivals.svelte';
import Shelf from './Shelf.svelte';

/** The screens there are. A screen that is not here is not offered. */
export const made: Partial<Readonly<Record<Screen, Component>>> = {
  shelf: Shelf,
  answer: Answer,
  'hangs-on': HangsOn,
  rivals: Rivals,
  ledger: Ledger,
  page: Page,
};

export const screenOf = (screen: Screen): Component => made[screen] ?? Answer;
