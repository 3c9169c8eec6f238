// What waits for an analyst, by keyboard. Without this script its forms work as they are.
'use strict';

const queue = document.querySelector('.queue');
const status = document.querySelector('.done');
const help = document.querySelector('dialog.help');
const reasons = [...document.querySelectorAll('#reasons option')].map(option => option.value);
const undone = [];
let further = document.querySelector('a[rel=next]');
let fetching = null;
let current = null;

const waiting = () => [...queue.querySelectorAll('.waiting')];

document.querySelector('.keys')?.removeAttribute('hidden');
ready(queue);
const kept = location.hash.startsWith('#w-') ? document.getElementById(location.hash.slice(1)) : null;
if (kept) {
  go(kept);
}

// Fills in who rules, once that is known, and shows what only a script can use.
function ready(part) {
  part.querySelectorAll('.slots').forEach(slots => slots.removeAttribute('hidden'));
  signed(localStorage.getItem('by') ?? '', part);
}

function signed(by, part = queue) {
  for (const field of part.querySelectorAll('.rule input[name=by]')) {
    field.value = field.value || by;
  }
}

function tell(words) {
  status.textContent = words;
}

// Makes one of those that wait the current one; the address remembers it, so that coming back leads there.
function go(one) {
  if (!one) {
    return;
  }
  current = one;
  one.focus({preventScroll: true});
  one.scrollIntoView({block: 'center'});
  history.replaceState(null, '', '#' + one.id);
}

function step(by) {
  const all = waiting();
  const at = all.indexOf(current);
  go(all[Math.max(0, Math.min(all.length - 1, at + by))]);
}

function count(by) {
  const shown = document.querySelector('.queues [aria-current] .count');
  if (shown && /^\d+$/.test(shown.textContent)) {
    shown.textContent = Math.max(0, Number(shown.textContent) + by);
  }
}

async function send(address, values) {
  try {
    const word = document.querySelector('input[name=csrf]')?.value;
    const headers = word ? {Accept: 'application/json', 'X-CSRF-Token': word} : {Accept: 'application/json'};
    const answer = await fetch(address, {method: 'POST', body: values, headers});
    return {ok: answer.ok, told: await answer.json()};
  } catch {
    return {ok: false, told: {code: 'NO_ANSWER', detail: 'The server does not answer; nothing was recorded.'}};
  }
}

// Hands in what a form holds. What is recorded leaves the queue; what a colleague was faster with stays, and says so.
async function rule(form, verdict, more = {}) {
  const one = form.closest('.waiting');
  if (one.classList.contains('sending')) {
    return;
  }
  const by = form.querySelector('[name=by]');
  if (by.value.trim() === '') {
    by.focus();
    tell('Who rules? The name is kept for the next ones.');
    return;
  }
  if (by.type !== 'hidden') {
    localStorage.setItem('by', by.value);
  }
  signed(by.value);
  const values = new URLSearchParams(new FormData(form));
  values.set('verdict', verdict);
  Object.entries(more).forEach(([name, value]) => values.set(name, value));
  if (verdict !== 'confirmed' && verdict !== 'corrected' && values.get('reason').trim() === '') {
    form.querySelector('[name=reason]').focus();
    tell('Why? A key from 1 to 9 gives a usual reason.');
    return;
  }
  one.classList.add('sending');
  const {ok, told} = await send(form.action, values);
  one.classList.remove('sending');
  if (!ok) {
    await refused(one, form, told);
    return;
  }
  const next = one.nextElementSibling ?? one.previousElementSibling;
  const here = current === one || one.contains(document.activeElement);
  if (verdict !== 'undone') {
    undone.push({one, form, before: one.nextElementSibling, by: values.get('by'), seen: told.seen});
  }
  tell(told.verdict + ': ' + one.querySelector('.gist').textContent.trim());
  one.classList.remove('refused');
  one.querySelector('.meanwhile')?.remove();
  one.remove();
  count(-1);
  if (here && next?.matches('.waiting')) {
    go(next);
  }
  await refill();
}

async function refused(one, form, told) {
  tell(told.code + ': ' + told.detail);
  one.classList.add('refused');
  const seen = form.querySelector('[name=seen]');
  if (told.code !== 'RULED_MEANWHILE' || !seen) {
    return;
  }
  const now = await (await fetch(one.dataset.claim, {headers: {Accept: 'application/json'}})).json();
  seen.value = now.seen;
  const said = one.querySelector('.meanwhile') ?? document.createElement('p');
  said.className = 'meanwhile notice';
  said.textContent = 'A colleague was faster: ' + (now.history.at(-1)?.words ?? 'something was done')
    + '. Press the same key again to record yours after it, or j to go on and leave it so.';
  form.before(said);
}

// Takes back the last thing recorded here, and puts it where it was.
async function undo() {
  const last = undone.at(-1);
  if (!last) {
    tell('Nothing was recorded here yet.');
    return;
  }
  const values = new URLSearchParams({verdict: 'undone', seen: last.seen, by: last.by, reason: 'a slip, taken back at once'});
  const start = last.form.querySelector('[name=start]');
  if (start) {
    values.set('start', start.value);
  }
  const {ok, told} = await send(last.form.action, values);
  if (!ok) {
    tell(told.code + ': ' + told.detail);
    return;
  }
  undone.pop();
  last.form.querySelector('[name=seen]').value = told.seen;
  last.form.querySelector('[name=reason]').value = '';
  queue.insertBefore(last.one, last.before?.isConnected ? last.before : null);
  count(1);
  tell('undone: ' + last.one.querySelector('.gist').textContent.trim());
  go(last.one);
}

// Fetches what comes next before the last one is gone.
async function refill() {
  if (!further || waiting().length > 5) {
    return;
  }
  fetching ??= fetch(further.href).then(answer => answer.text()).then(html => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    for (const one of page.querySelectorAll('.queue .waiting')) {
      if (!document.getElementById(one.id)) {
        queue.append(document.adoptNode(one));
        ready(one);
      }
    }
    const next = page.querySelector('a[rel=next]');
    if (next) {
      further.href = next.href;
    } else {
      further.parentElement.remove();
      further = null;
    }
  }).catch(() => tell('Further ones cannot be fetched just now.')).finally(() => { fetching = null; });
  await fetching;
  if (!current?.isConnected) {
    go(waiting()[0]);
  }
}

// A slot becomes a field, and what is typed a correction.
function edit(button) {
  const form = button.closest('.waiting').querySelector('.rule');
  const field = document.createElement('input');
  field.value = button.dataset.value;
  field.setAttribute('aria-label', button.querySelector('span').textContent);
  field.maxLength = 400;
  field.autocomplete = 'off';
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      event.preventDefault();
      rule(form, 'corrected', {[button.dataset.slot]: field.value,
        reason: form.querySelector('[name=reason]').value.trim() || 'the text says so'});
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      field.replaceWith(button);
      button.focus();
    }
  });
  button.replaceWith(field);
  field.focus();
  field.select();
}

function slot(by) {
  const slots = [...(current?.querySelectorAll('.slots button') ?? [])];
  const at = slots.indexOf(document.activeElement);
  slots[at < 0 ? (by > 0 ? 0 : slots.length - 1) : (at + by + slots.length) % slots.length]?.focus();
}

// The paragraph of a claim, under it.
async function evidence(one) {
  const shown = one.querySelector('.paragraphs');
  if (shown || !one.dataset.claim) {
    shown?.remove();
    return;
  }
  const claim = await (await fetch(one.dataset.claim, {headers: {Accept: 'application/json'}})).json();
  const box = document.createElement('div');
  box.className = 'text card paragraphs';
  for (const paragraph of claim.paragraphs) {
    const p = box.appendChild(document.createElement('p'));
    for (const piece of paragraph.pieces) {
      const part = p.appendChild(document.createElement(piece.claims.length > 0 ? 'mark' : 'span'));
      part.textContent = piece.text;
    }
  }
  one.querySelector('.claim').after(box);
}

document.addEventListener('submit', event => {
  if (event.target.matches('.rule')) {
    event.preventDefault();
    rule(event.target, event.submitter?.value ?? 'confirmed');
  }
});

document.addEventListener('click', event => {
  const button = event.target.closest('.slots button');
  if (button) {
    edit(button);
  }
});

document.addEventListener('focusin', event => {
  current = event.target.closest('.waiting') ?? current;
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || help?.open) {
    return;
  }
  if (event.target.matches('input, textarea, select')) {
    if (event.key === 'Escape') {
      go(event.target.closest('.waiting'));
    } else if (event.key === 'Enter' && event.target.name === 'reason' && event.target.value.trim() !== '') {
      event.preventDefault();
      rule(event.target.form, event.target.form.dataset.verdict ?? 'rejected');
    }
    return;
  }
  const form = current?.isConnected ? current.querySelector('.rule') : null;
  const reason = /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
  if (form && reason && !form.dataset.verdict) {
    event.preventDefault();
    rule(form, 'rejected', {reason});
    return;
  }
  switch (event.key) {
    case 'j': case 'ArrowDown': step(1); break;
    case 'k': case 'ArrowUp': step(-1); break;
    case 'ArrowRight': slot(1); break;
    case 'ArrowLeft': slot(-1); break;
    case 'u': undo(); break;
    case '?': help?.showModal(); break;
    case 'Escape': go(current); break;
    case 'c': if (form?.querySelector('[value=confirmed]')) { rule(form, 'confirmed'); } break;
    case 'x': if (form) { form.querySelector('[name=reason]').focus(); } break;
    case 'e': {
      const slots = [...(current?.querySelectorAll('.slots button') ?? [])];
      const chosen = slots.find(one => one === document.activeElement) ?? slots[0];
      if (chosen) { edit(chosen); }
      break;
    }
    case 'E': if (current?.dataset.correct) { location.assign(current.dataset.correct); } break;
    case 'a': if (current?.dataset.add) { location.assign(current.dataset.add); } break;
    case 'o': if (current) { evidence(current); } break;
    case 'O': if (current) { location.assign(current.dataset.document); } break;
    default: return;
  }
  event.preventDefault();
});
