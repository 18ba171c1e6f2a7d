export { ReconcileDaily } from './days/reconcile-daily.service';
export { UploadFile } from './files/upload-file.service';
export { reconciliation } from './reconciliation.parts';
