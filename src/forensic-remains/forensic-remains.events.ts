import { defineEvent } from '../platform';

export const remainsRecorded = defineEvent('forensic-remains.recorded', 'remainsId');
export const remainsChanged = defineEvent('forensic-remains.changed', 'remainsId');
export const remainsStatusChanged = defineEvent('forensic-remains.status-changed', 'remainsId');
export const remainsCustodyChanged = defineEvent('forensic-remains.custody-changed', 'remainsId');
