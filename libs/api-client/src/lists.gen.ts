// This file is auto-generated from the x-list of docs/openapi.json

import type {
  ActivityDto,
  ApprovalDto,
  BankCallDto,
  BillDto,
  BillRunDto,
  CaseDto,
  CheckoutDto,
  CustomerDto,
  DepositMovementDto,
  DrawerDto,
  NoticeDto,
  OutboundCallDto,
  PayPointDto,
  PaymentDto,
  PenaltyPolicyDto,
  PriceLineDto,
  ReadingDto,
  RegionDto,
  SaleRowDto,
  ShiftRowDto,
  TariffDto,
  UserDto,
  WebhookMessageDto,
} from './types.gen';

/** What the server says of each of its lists. */
export const LISTS = {
  listActivity: {
    path: '/api/v1/activity-log',
    export: '/api/v1/activity-log/export',
    sort: ['at'],
    default_sort: '-at',
    search: true,
    filters: {
      actor_id: { type: 'integer' },
      action: { type: 'text' },
      entity_type: { type: 'text' },
      entity_id: { type: 'integer' },
      from: { type: 'date' },
      to: { type: 'date' },
    },
    sums: {},
  },
  listApprovals: {
    path: '/api/v1/approvals',
    export: '/api/v1/approvals/export',
    sort: ['made_at', 'decided_at', 'kind', 'status'],
    default_sort: '-made_at',
    search: true,
    filters: {
      status: { type: 'text', choices: ['PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN'] },
      kind: {
        type: 'text',
        choices: [
          'payment_reversal',
          'tariff_version',
          'bank',
          'penalty_policy',
          'refund',
          'bank_key',
          'bank_settings',
          'bank_connection',
          'bank_secret',
          'bank_own_key',
          'bank_go_live',
          'privileged_user',
          'partner',
          'partner_settings',
          'partner_deposit',
          'drawer_difference',
          'price_list',
        ],
      },
      mine: { type: 'boolean' },
      decidable: { type: 'boolean' },
    },
    sums: {},
  },
  listBankCalls: {
    path: '/api/v1/bank-calls',
    export: '/api/v1/bank-calls/export',
    sort: ['received_at', 'latency_ms', 'http_status', 'bank_reference'],
    default_sort: '-received_at',
    search: true,
    filters: {
      bank_id: { type: 'integer' },
      http_status: { type: 'integer' },
      code: { type: 'text' },
      path: { type: 'text' },
      bank_reference: { type: 'text' },
      replayed: { type: 'boolean' },
      protocol: { type: 'text', choices: ['NATIVE', 'SNAP'] },
      from: { type: 'date' },
      to: { type: 'date' },
    },
    sums: {},
  },
  listBillRuns: {
    path: '/api/v1/bill-runs',
    export: '/api/v1/bill-runs/export',
    sort: ['id', 'period', 'created_at', 'amount'],
    default_sort: '-id',
    search: true,
    filters: {
      period: { type: 'period' },
      status: { type: 'text', choices: ['QUEUED', 'RUNNING', 'DONE', 'PARTIAL', 'FAILED'], many: true },
    },
    sums: { issued: 'number', failed: 'number', skipped: 'number', amount: 'money' },
  },
  listBills: {
    path: '/api/v1/bills',
    export: '/api/v1/bills/export',
    sort: [
      'id',
      'bill_number',
      'period',
      'customer_number',
      'name',
      'usage_m3',
      'principal',
      'due_date',
      'issued_at',
      'paid_at',
    ],
    default_sort: '-id',
    search: true,
    filters: {
      state: { type: 'text', choices: ['DRAFT', 'ISSUED', 'PAID', 'CANCELLED', 'REPLACED_BY'], many: true },
      period: { type: 'period' },
      region_id: { type: 'integer' },
      tariff_id: { type: 'integer' },
      customer_id: { type: 'integer' },
      issue_run_id: { type: 'integer' },
      overdue: { type: 'boolean' },
    },
    sums: {
      usage_m3: 'number',
      water: 'money',
      fixed: 'money',
      principal: 'money',
      penalty: 'money',
      total: 'money',
    },
  },
  listCases: {
    path: '/api/v1/cases',
    export: '/api/v1/cases/export',
    sort: ['opened_at', 'amount', 'kind', 'status'],
    default_sort: '-opened_at',
    search: true,
    filters: {
      status: { type: 'text', choices: ['OPEN', 'RESOLVED'], many: true },
      kind: { type: 'text', many: true },
      customer_id: { type: 'integer' },
      payment_id: { type: 'integer' },
    },
    sums: { amount: 'money' },
  },
  listCheckouts: {
    path: '/api/v1/checkouts',
    export: '/api/v1/checkouts/export',
    sort: ['created_at', 'expires_at', 'amount'],
    default_sort: '-created_at',
    search: true,
    filters: {
      status: { type: 'text', choices: ['PENDING', 'PAID', 'EXPIRED', 'CANCELLED'], many: true },
      method: { type: 'text', choices: ['VA', 'QRIS'] },
      bank_id: { type: 'integer' },
      bank_state: {
        type: 'text',
        choices: ['PENDING', 'DONE', 'FAILED', 'UNKNOWN', 'CANCELLED'],
        many: true,
      },
      customer_id: { type: 'integer' },
      from: { type: 'date' },
      to: { type: 'date' },
    },
    sums: { amount: 'money' },
  },
  listCustomers: {
    path: '/api/v1/customers',
    export: '/api/v1/customers/export',
    sort: ['customer_number', 'name', 'created_at', 'state'],
    default_sort: 'customer_number',
    search: true,
    filters: {
      state: { type: 'text', choices: ['CALON', 'AKTIF', 'SEGEL', 'NONAKTIF'], many: true },
      region_id: { type: 'integer' },
      route_id: { type: 'integer' },
      tariff_id: { type: 'integer' },
    },
    sums: { open_bills: 'number', open_amount: 'money', credit_balance: 'money' },
  },
  listDepositMovements: {
    path: '/api/v1/deposit-movements',
    export: '/api/v1/deposit-movements/export',
    sort: ['id'],
    search: false,
    filters: {
      partner_id: { type: 'integer' },
      event: {
        type: 'text',
        choices: ['deposit.topped_up', 'sale.held', 'sale.refunded', 'payment.posted', 'payment.reversed'],
      },
      from: { type: 'date' },
      to: { type: 'date' },
    },
    sums: { amount: 'money' },
  },
  listDrawers: {
    path: '/api/v1/counter/drawers',
    export: '/api/v1/counter/drawers/export',
    sort: ['code', 'name'],
    default_sort: 'code',
    search: true,
    filters: { active: { type: 'boolean' }, in_use: { type: 'boolean' } },
    sums: {},
  },
  listNotices: {
    path: '/api/v1/notices',
    export: null,
    sort: ['created_at'],
    default_sort: '-created_at',
    search: false,
    filters: { unread: { type: 'boolean' } },
    sums: {},
  },
  listOutboundCalls: {
    path: '/api/v1/outbound-calls',
    export: '/api/v1/outbound-calls/export',
    sort: ['started_at', 'latency_ms', 'service', 'state'],
    default_sort: '-started_at',
    search: true,
    filters: {
      bank_id: { type: 'integer' },
      state: { type: 'text', choices: ['PENDING', 'DONE', 'FAILED', 'UNKNOWN'], many: true },
      service: { type: 'text' },
      intent_id: { type: 'integer' },
      from: { type: 'date' },
      to: { type: 'date' },
    },
    sums: {},
  },
  listPayments: {
    path: '/api/v1/payments',
    export: '/api/v1/payments/export',
    sort: ['posted_at', 'business_date', 'amount', 'receipt_number', 'customer_number', 'channel'],
    default_sort: '-posted_at',
    search: true,
    filters: {
      channel: {
        type: 'text',
        choices: ['TELLER', 'ATM', 'MOBILE', 'INTERNET', 'EDC', 'VA', 'QRIS', 'AGENT'],
        many: true,
      },
      bank_id: { type: 'integer' },
      customer_id: { type: 'integer' },
      business_date_from: { type: 'date' },
      business_date_to: { type: 'date' },
      status: { type: 'text', choices: ['POSTED', 'REVERSED'] },
    },
    sums: { amount: 'money', bill_amount: 'money', admin_fee: 'money', bank_amount: 'money' },
  },
  listPayPoints: {
    path: '/api/v1/pay-points',
    export: '/api/v1/pay-points/export',
    sort: ['name', 'region', 'bank'],
    default_sort: 'name',
    search: true,
    filters: { active: { type: 'boolean' }, region_id: { type: 'integer' }, bank_id: { type: 'integer' } },
    sums: {},
  },
  listPenaltyPolicies: {
    path: '/api/v1/penalty-policies',
    export: '/api/v1/penalty-policies/export',
    sort: ['id', 'name', 'valid_from'],
    default_sort: '-valid_from',
    search: true,
    filters: {
      active: { type: 'boolean' },
      mode: { type: 'text', choices: ['FLAT_PER_BILL', 'FLAT_PER_MONTH_LATE', 'TIER_BY_AGE', 'PERCENT'] },
    },
    sums: {},
  },
  listPpobPriceLines: {
    path: '/api/v1/ppob/price-lines',
    export: '/api/v1/ppob/price-lines/export',
    sort: ['service_code', 'variant', 'price', 'effective_from'],
    search: true,
    filters: {
      service_code: {
        type: 'text',
        choices: [
          'PAJAK',
          'PLN',
          'PDAM',
          'PULSA',
          'PGN',
          'MUSIK',
          'TV',
          'PAKET_DATA',
          'VOUCHER_GAME',
          'VOUCHER_MAKANAN',
          'QURBAN',
          'ZAKAT',
        ],
      },
      state: { type: 'text', choices: ['IN_FORCE', 'PLANNED', 'ENDED'] },
    },
    sums: {},
  },
  listPpobSales: {
    path: '/api/v1/ppob/transactions',
    export: '/api/v1/ppob/transactions/export',
    sort: ['created_at', 'total_amount'],
    search: true,
    filters: {
      status: { type: 'text', choices: ['PENDING', 'SUCCESS', 'FAILED', 'REFUNDED'] },
      service_code: {
        type: 'text',
        choices: [
          'PAJAK',
          'PLN',
          'PDAM',
          'PULSA',
          'PGN',
          'MUSIK',
          'TV',
          'PAKET_DATA',
          'VOUCHER_GAME',
          'VOUCHER_MAKANAN',
          'QURBAN',
          'ZAKAT',
        ],
      },
      collector_id: { type: 'integer' },
      from: { type: 'date' },
      to: { type: 'date' },
    },
    sums: { principal: 'money', admin_fee: 'money', total_amount: 'money' },
  },
  listReadings: {
    path: '/api/v1/meter-readings',
    export: '/api/v1/meter-readings/export',
    sort: ['id', 'period', 'read_at', 'usage_m3', 'severity', 'status', 'customer_number', 'name'],
    default_sort: '-id',
    search: true,
    filters: {
      period: { type: 'period' },
      status: { type: 'text', choices: ['RECORDED', 'REREAD', 'VERIFIED'], many: true },
      severity: { type: 'text', choices: ['OK', 'WARNING', 'ERROR'], many: true },
      region_id: { type: 'integer' },
      route_id: { type: 'integer' },
      customer_id: { type: 'integer' },
    },
    sums: { usage_m3: 'number' },
  },
  listRegions: {
    path: '/api/v1/regions',
    export: '/api/v1/regions/export',
    sort: ['code', 'name'],
    default_sort: 'code',
    search: true,
    filters: { active: { type: 'boolean' } },
    sums: { customer_count: 'number' },
  },
  listShifts: {
    path: '/api/v1/counter/shifts',
    export: '/api/v1/counter/shifts/export',
    sort: ['opened_at', 'business_date', 'drawer', 'cashier', 'difference'],
    search: true,
    filters: {
      state: { type: 'text', choices: ['OPEN', 'COUNTED', 'CLOSED'] },
      drawer_id: { type: 'integer' },
      from: { type: 'date' },
      to: { type: 'date' },
    },
    sums: {},
  },
  listTariffs: {
    path: '/api/v1/tariffs',
    export: '/api/v1/tariffs/export',
    sort: ['code', 'name', 'kelompok'],
    default_sort: 'code',
    search: true,
    filters: {
      kelompok: { type: 'text', choices: ['I', 'II', 'III', 'KHUSUS'] },
      active: { type: 'boolean' },
    },
    sums: {},
  },
  listUsers: {
    path: '/api/v1/users',
    export: '/api/v1/users/export',
    sort: ['username', 'name', 'role', 'last_login_at', 'created_at'],
    default_sort: 'username',
    search: true,
    filters: {
      role: {
        type: 'text',
        choices: ['ADMIN_SUPER', 'ADMIN_PDAM', 'PETUGAS_METER', 'KASIR', 'MANAJER', 'ADMIN_IT'],
      },
      active: { type: 'boolean' },
    },
    sums: {},
  },
  listWebhookMessages: {
    path: '/api/v1/webhook-inbox',
    export: '/api/v1/webhook-inbox/export',
    sort: ['received_at', 'state', 'attempts'],
    default_sort: '-received_at',
    search: true,
    filters: {
      state: { type: 'text', choices: ['NEW', 'PROCESSED', 'PARKED', 'DEAD'], many: true },
      bank_id: { type: 'integer' },
      payment_id: { type: 'integer' },
    },
    sums: {},
  },
} as const;

export type ListName = keyof typeof LISTS;

/** A row of each list. */
export type ListRows = {
  listActivity: ActivityDto;
  listApprovals: ApprovalDto;
  listBankCalls: BankCallDto;
  listBillRuns: BillRunDto;
  listBills: BillDto;
  listCases: CaseDto;
  listCheckouts: CheckoutDto;
  listCustomers: CustomerDto;
  listDepositMovements: DepositMovementDto;
  listDrawers: DrawerDto;
  listNotices: NoticeDto;
  listOutboundCalls: OutboundCallDto;
  listPayments: PaymentDto;
  listPayPoints: PayPointDto;
  listPenaltyPolicies: PenaltyPolicyDto;
  listPpobPriceLines: PriceLineDto;
  listPpobSales: SaleRowDto;
  listReadings: ReadingDto;
  listRegions: RegionDto;
  listShifts: ShiftRowDto;
  listTariffs: TariffDto;
  listUsers: UserDto;
  listWebhookMessages: WebhookMessageDto;
};
