'use strict';
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const FIRST = 20;
  const PAGE = 100;

  // What was chosen last time; a browser may refuse to remember for files.
  const remembered = key => { try { return localStorage.getItem('grassroots-kpi.' + key); } catch (e) { return null; } };
  const remember = (key, value) => { try { localStorage.setItem('grassroots-kpi.' + key, value); } catch (e) { /* not kept */ } };

  const language = () => root.dataset.lang;
  const tables = [];

  const speak = value => {
    root.dataset.lang = value;
    root.lang = value === 'zh' ? 'zh-Hans' : 'en';
    const title = document.querySelector('title');
    document.title = title.dataset[value];
    all('option[data-zh]').forEach(option => { option.textContent = option.dataset[value]; });
    tables.forEach(table => table.tell());
    press('lang', value);
  };
  const dress = value => {
    if (value === 'auto') {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = value;
    }
    press('theme', value);
  };
  const press = (what, value) => all(`[data-${what}-choice]`).forEach(button =>
    button.setAttribute('aria-pressed', String(button.getAttribute(`data-${what}-choice`) === value)));

  // The text of a cell in the reader's language, without what only the eye needs.
  const textOf = node => {
    if (node.nodeType === Node.TEXT_NODE) {
      return node.data;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || node.hidden || node.classList.contains(language() === 'zh' ? 'en' : 'zh')
        || node.classList.contains('hidden-text') || node.getAttribute('aria-hidden') === 'true') {
      return '';
    }
    return Array.from(node.childNodes, textOf).join('');
  };

  // As in the library: what a spreadsheet would take for a formula gets an apostrophe before it.
  const NUMBER = /^[+-]?(\d[\d,]*)?\.?\d+([eE][+-]?\d+)?\s*[%‰]?$/;
  const field = text => {
    const guarded = /^[=+\-@\t\r＝＋－＠]/.test(text) && !NUMBER.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(guarded) ? '"' + guarded.replace(/"/g, '""') + '"' : guarded;
  };

  class Table {
    constructor(box) {
      this.box = box;
      this.body = box.querySelector('tbody');
      this.heads = all('thead th', box);
      this.rows = Array.from(this.body.rows, element => ({ element, cells: Array.from(element.cells), text: null }));
      this.found = this.rows;
      this.parts = all('[data-tag]', this.body);
      this.from = 0;
      this.size = FIRST;
      this.orders = new Map();
      this.heads.filter(head => !head.classList.contains('bar')).forEach(head => {
        const column = this.heads.indexOf(head);
        const button = document.createElement('button');
        button.type = 'button';
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener('click', () => this.sort(column));
      });
      const on = (what, event, act) => all(`[data-do="${what}"]`, box).forEach(e => e.addEventListener(event, () => act(e)));
      on('find', 'input', () => this.filter());
      on('choose', 'change', () => this.filter());
      on('tag', 'change', () => this.filter());
      on('more', 'click', () => this.turn(0, PAGE));
      on('previous', 'click', () => this.turn(this.from - this.size, this.size));
      on('next', 'click', () => this.turn(this.from + this.size, this.size));
      on('csv', 'click', button => this.save(button.dataset.file));
      all('.controls', box).forEach(controls => { controls.hidden = false; });
      this.show();
      this.prepare(0);
    }

    // While the reader looks at the page, gets ready for what may be asked next.
    prepare(column) {
      const later = window.requestIdleCallback ?? (act => setTimeout(act, 50));
      later(() => {
        if (column < this.heads.length) {
          this.order(column);
          this.prepare(column + 1);
        } else {
          this.rows.forEach(row => { row.text ??= row.element.textContent.toLowerCase(); });
        }
      });
    }

    // Distinct texts are put in order once, which makes five thousand rows quick to sort.
    order(column) {
      const known = this.orders.get(column);
      if (known) {
        return known;
      }
      const isNumber = this.heads[column].classList.contains('number');
      const keys = this.rows.map(row => {
        const cell = row.cells[column];
        return cell.dataset.key ?? cell.textContent.trim();
      });
      let places;
      if (isNumber) {
        places = keys.map(key => key === '' || Number.isNaN(Number(key)) ? null : Number(key));
      } else {
        const compare = new Intl.Collator('zh-Hans', { numeric: true }).compare;
        const ranks = new Map(Array.from(new Set(keys)).sort(compare).map((key, rank) => [key, rank]));
        places = keys.map(key => key === '' ? null : ranks.get(key));
      }
      const order = new Map(this.rows.map((row, i) => [row, places[i]]));
      this.orders.set(column, order);
      return order;
    }

    sort(column) {
      const head = this.heads[column];
      const sign = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
      this.heads.forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
      const place = this.order(column);
      const compare = (a, b) => {
        const x = place.get(a);
        const y = place.get(b);
        return x === null || y === null ? (x === null) - (y === null) : sign * (x - y);
      };
      this.rows = this.rows.slice().sort(compare);
      this.filter();
    }

    filter() {
      const wanted = (this.box.querySelector('[data-do="find"]')?.value ?? '').trim().toLowerCase();
      const choices = all('[data-do="choose"]', this.box)
        .filter(select => select.value !== '')
        .map(select => [Number(select.dataset.column), select.value]);
      const tag = this.box.querySelector('[data-do="tag"]')?.value ?? '';
      this.found = this.rows.filter(row =>
        choices.every(([column, value]) => row.cells[column].dataset.choice === value)
        && (tag === '' || (row.element.dataset.tags ?? '').split(' ').includes(tag))
        && (wanted === '' || (row.text ??= row.element.textContent.toLowerCase()).includes(wanted)));
      this.from = 0;
      this.parts.forEach(part => { part.hidden = tag !== '' && part.dataset.tag !== tag; });
      this.show();
    }

    // However many rows are found, no more are on the page than a browser lays out without a pause.
    turn(from, size) {
      if (from >= 0 && from < this.found.length) {
        this.from = from;
        this.size = size;
        this.show();
        this.box.scrollIntoView({ block: 'nearest' });
      }
    }

    show() {
      const end = this.from + this.size;
      this.body.replaceChildren(...this.found.slice(this.from, end).map(row => row.element));
      const allow = (what, isThere, isUsable) => all(`[data-do="${what}"]`, this.box).forEach(button => {
        button.hidden = !isThere;
        button.setAttribute('aria-disabled', String(!isUsable));
      });
      const isPaged = this.size === PAGE && this.found.length > PAGE;
      allow('more', this.size === FIRST && this.found.length > FIRST, true);
      allow('previous', isPaged, this.from > 0);
      allow('next', isPaged, end < this.found.length);
      this.tell();
    }

    tell() {
      const output = this.box.querySelector('output');
      if (output) {
        const end = Math.min(this.from + this.size, this.found.length);
        const counts = [Math.min(this.from + 1, end), end, this.found.length, this.rows.length];
        output.textContent = output.dataset[language()].replace(/\{(\d)\}/g, (gap, i) => counts[i]);
      }
    }

    csv() {
      const line = cells => Array.from(cells).filter(cell => !cell.classList.contains('bar')).map(cell => field(textOf(cell).replace(/\s+/g, ' ').trim())).join(',');
      return '\uFEFF' + [line(this.heads), ...this.found.map(row => line(row.cells))].join('\r\n') + '\r\n';
    }

    save(name) {
      const address = URL.createObjectURL(new Blob([this.csv()], { type: 'text/csv;charset=utf-8' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 1000);
    }
  }

  // Where a figure is printed: on hover, on focus and on a tap; Escape closes it.
  const tip = document.getElementById('tip');
  let shown = null;
  const close = () => { tip.hidden = true; shown = null; };
  const explain = button => {
    const text = button.nextElementSibling;
    if (!text || !text.classList.contains('tip') || shown === button) {
      return;
    }
    shown = button;
    tip.replaceChildren(...Array.from(text.childNodes, node => node.cloneNode(true)));
    tip.hidden = false;
    const at = button.getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, root.clientWidth - size.width - 8));
    const above = at.top - size.height - 8;
    tip.style.left = left + 'px';
    tip.style.top = (above >= 8 ? above : at.bottom + 8) + 'px';
  };
  const cited = event => event.target instanceof Element ? event.target.closest('.cited') : null;
  document.addEventListener('mouseover', event => {
    const button = cited(event);
    if (button) {
      explain(button);
    } else if (!tip.contains(event.target) && document.activeElement !== shown) {
      close();
    }
  });
  document.addEventListener('focusin', event => { const button = cited(event); if (button) { explain(button); } else { close(); } });
  document.addEventListener('click', event => { const button = cited(event); if (button) { explain(button); } });
  document.addEventListener('keydown', event => { if (event.key === 'Escape') { close(); } });
  document.addEventListener('scroll', close, { capture: true, passive: true });

  all('[data-table]').forEach(box => tables.push(new Table(box)));
  all('[data-choose]').forEach(link => link.addEventListener('click', () => {
    const select = document.getElementById(link.dataset.choose);
    if (select) {
      select.value = link.dataset.value;
      select.dispatchEvent(new Event('change'));
    }
  }));
  all('.switches').forEach(switches => { switches.hidden = false; });
  all('[data-lang-choice]').forEach(button => button.addEventListener('click', () => {
    speak(button.dataset.langChoice);
    remember('lang', language());
  }));
  all('[data-theme-choice]').forEach(button => button.addEventListener('click', () => {
    dress(button.dataset.themeChoice);
    remember('theme', button.dataset.themeChoice);
  }));
  document.getElementById('print').addEventListener('click', () => print());

  // Paper shows what was found, all of it, and nothing folded.
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = all('details:not([open])');
    folded.forEach(details => { details.open = true; });
    tables.forEach(table => {
      table.before = [table.from, table.size];
      [table.from, table.size] = [0, Infinity];
      table.show();
    });
  });
  addEventListener('afterprint', () => {
    folded.forEach(details => { details.open = false; });
    tables.forEach(table => {
      [table.from, table.size] = table.before;
      table.show();
    });
  });

  const asked = new URLSearchParams(location.search);
  const valid = (value, values, otherwise) => values.includes(value) ? value : otherwise;
  dress(valid(asked.get('theme') ?? remembered('theme'), ['auto', 'light', 'dark'], 'auto'));
  speak(valid(asked.get('lang') ?? remembered('lang'), ['zh', 'en'], (navigator.language || 'zh').startsWith('zh') ? 'zh' : 'en'));
})();
