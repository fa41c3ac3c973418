/** Every antd component that a page uses, once: what stands here has its styles in the static sheet. */
import { Progress, Segmented, Select } from 'antd';
import { createElement } from 'react';

const nothing = () => undefined;

export const SAMPLES = [
  createElement(Select, { key: 'select', mode: 'multiple', options: [] }),
  createElement(Segmented, { key: 'segmented', options: ['一'], onChange: nothing }),
  createElement(Progress, { key: 'progress', percent: 1 }),
];
