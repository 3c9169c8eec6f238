// The slider moves the page: what it tells as of the day chosen takes the place of what stands there, and the address follows.
// Without this script the form asks for the day as it is.
'use strict';

const form = document.querySelector('form.slider');
const range = form?.querySelector('input[type=range]');
const output = form?.querySelector('output');
const words = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
let waiting;
let asked = 0;

const iso = days => new Date(days * 86400000).toISOString().slice(0, 10);

function told() {
  output.textContent = words.format(new Date(range.value * 86400000));
  range.setAttribute('aria-valuetext', output.textContent);
}

function address() {
  const values = new URLSearchParams(new FormData(form));
  values.delete('day');
  if (range.value !== range.max) {
    values.set('as-of', iso(Number(range.value)));
  }
  const query = values.toString();
  return form.getAttribute('action') + (query ? '?' + query : '');
}

async function move() {
  const there = address();
  const turn = ++asked;
  const moving = [...document.querySelectorAll('.moving')];
  moving.forEach(part => part.setAttribute('aria-busy', 'true'));
  try {
    const answer = await fetch(there, {headers: {Accept: 'text/html'}});
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = [...page.querySelectorAll('.moving')];
    if (turn !== asked) {
      return;
    }
    if (!answer.ok || next.length !== moving.length) {
      location.assign(there);
      return;
    }
    moving.forEach((part, i) => part.replaceWith(next[i]));
    for (const part of ['h1', '.top', 'footer']) {
      const here = document.querySelector(part);
      const other = page.querySelector(part);
      if (here && other) {
        here.replaceWith(other);
      }
    }
    for (const notice of document.querySelectorAll('main > .notice')) {
      notice.remove();
    }
    document.querySelector('main').prepend(...page.querySelectorAll('main > .notice'));
    document.title = page.title;
    history.replaceState(null, '', there + location.hash);
  } catch {
    location.assign(there);
  }
}

if (range) {
  form.querySelector('button').hidden = true;
  range.addEventListener('input', () => {
    told();
    clearTimeout(waiting);
    waiting = setTimeout(move, 90);
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    move();
  });
}
