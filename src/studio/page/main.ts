import './begin.ts';
import { mount } from 'svelte';
import App from './App.svelte';
import './theme.css';
import { studio } from './state/studio.svelte.ts';

const target = document.getElementById('studio');
if (!target) throw new Error('the page has no place for the studio');
document.documentElement.lang = studio.lang;
// What has to be fetched is under way while the page is drawn.
void studio.start();
mount(App, { target });
