export { OPEN_AGES, OPEN_DIFFERENCE } from './days/open-differences';
export { ReconcileDaily } from './days/reconcile-daily.service';
export { UploadFile } from './files/upload-file.service';
export { reconciliation } from './reconciliation.parts';
