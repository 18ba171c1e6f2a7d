import { productAccess } from './support/product';

interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** A member of staff over the API, for what a test needs before a person sits down at the screen. */
export class StaffCaller {
  private constructor(private readonly token: string) {}

  static async logIn(username: string): Promise<StaffCaller> {
    const answer = await fetch(`${productAccess().url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'TirtaDemo2026!' }),
    });
    return new StaffCaller(((await answer.json()) as { access_token: string }).access_token);
  }

  get<Body>(path: string): Promise<Body> {
    return this.call<Body>('GET', path).then(({ body }) => body);
  }

  async post<Body>(path: string, body: object): Promise<Body> {
    const answer = await this.call<Body>('POST', path, body);
    if (answer.status >= 300)
      throw new Error(`${path}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  private async call<Body>(method: string, path: string, body?: object): Promise<Answer<Body>> {
    const answer = await fetch(`${productAccess().url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Body };
  }
}

export interface ReadCustomer {
  readonly id: number;
  readonly customer_number: string;
  readonly version: number;
}

interface Place {
  readonly region: number;
  readonly route: number;
  readonly tariff: number;
  /** Seven weeks ago: every meter here has hung longer than a month. */
  readonly installedOn: string;
}

/** A region of its own, so that nothing here is issued or verified together with the demonstration. */
export async function ownPlace(staff: StaffCaller, code: string): Promise<Place> {
  const region = await staff.post<{ id: number }>('/regions', { code, name: `Wilayah uji ${code}` });
  const route = await staff.post<{ id: number }>(`/regions/${String(region.id)}/routes`, {
    code: '0001',
    name: 'Jalur uji',
  });
  const tariffs = await staff.get<{ data: { id: number; code: string }[] }>('/tariffs?page_size=100');
  const tariff = tariffs.data.find((candidate) => candidate.code === 'HALSEL-RT1');
  const { business_date } = await staff.get<{ business_date: string }>('/public/info');
  const installed = new Date(Date.parse(`${business_date}T00:00:00Z`) - 49 * 86_400_000);
  return {
    region: region.id,
    route: route.id,
    tariff: tariff?.id ?? 0,
    installedOn: installed.toISOString().slice(0, 10),
  };
}

/** An active customer whose meter came with this stand. */
export async function customerAt(
  staff: StaffCaller,
  place: Place,
  wishes: { readonly name: string; readonly stand: number },
): Promise<ReadCustomer> {
  const registered = await staff.post<ReadCustomer>('/customers', {
    name: wishes.name,
    address: 'Jl. Uji No. 1',
    region_id: place.region,
    route_id: place.route,
    tariff_id: place.tariff,
    meter: {
      serial: `UJI-${wishes.name.replaceAll(/\W/g, '').slice(0, 20)}`,
      digits: 5,
      size_mm: 15,
      installed_stand: wishes.stand,
      installed_on: place.installedOn,
    },
  });
  await staff.post(`/customers/${String(registered.id)}/state`, {
    state: 'AKTIF',
    reason: 'Sambungan terpasang',
    version: registered.version,
  });
  return staff.get<ReadCustomer>(`/customers/${String(registered.id)}`);
}
