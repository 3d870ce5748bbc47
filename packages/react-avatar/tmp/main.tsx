import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { AvatarProvider, WhatsAppAvatar, AvatarGroup, AvatarMosaic, Avatar } from '../src/index.js'
import '../src/styles.css'
const face = (h) => `data:image/svg+xml,` + encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200" viewBox="0 0 200 200"><defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop stop-color="hsl(${h} 60% 78%)"/><stop offset="1" stop-color="hsl(${h+40} 50% 60%)"/></linearGradient></defs><rect width="200" height="200" fill="url(#g)"/><circle cx="100" cy="84" r="38" fill="#f2cfb4"/><path d="M30 200a70 62 0 0 1 140 0z" fill="hsl(${h+180} 40% 40%)"/><path d="M60 80a40 40 0 0 1 80 0q-20-24-40-20t-40 20z" fill="#3b2a20"/></svg>`)
const A = (id) => {
  const d = String(id).replace(/\D/g,'')
  const last = d.at(-1)
  if (id.startsWith('9')) return { pending: true }
  if (id.startsWith('7')) return { status: 'found', url: face(Number(d.slice(-3)) % 360), freshForMs: 1e6 }
  if (id.startsWith('61')) return { status: 'none', freshForMs: 1e6 }
  if (id.startsWith('62')) return { status: 'hidden', freshForMs: 1e6 }
  if (id.startsWith('63')) return { status: 'no_account', freshForMs: 1e6 }
  if (id.startsWith('64')) throw Object.assign(new Error('x'), { code: 'forbidden', retryable: false })
  return { status: 'none', freshForMs: 1e6 }
}
const client = { scope: 'default', normalize: (x) => x, resolveUrl: (x) => x, getAvatar: async (id) => { const a = A(id); if (a.pending) await new Promise(() => {}); return a } }
const C = (n) => `${n}@c.us`
const names = ['Maria Silva','João Pedro','Ana Wu','Иван Петров','Mike Walker','Zoë Ng','Łukasz Ж','Olá Quim','Bea Gil','Tom','W W','王小明','محمد علي','דוד לוי','अमित शर्मा','김철수','Ørsted Q', 'İpek Çelik']
const twelve = []; { const seen = new Set(); for (let i = 0; twelve.length < 12 && i < 500; i++) { twelve.length; const id = C(61000000 + i); let h = 0x811c9dc5; for (const ch of id) h = Math.imul(h ^ ch.charCodeAt(0), 0x01000193); const c = (((h >>> 8) ^ h) >>> 0) % 12; if (!seen.has(c)) { seen.add(c); twelve[c] = id } } }
function All({ dir }) {
  return <div dir={dir}>
    <h3>sizes</h3>
    <div className="row">{[16,20,24,32,40,48,64,96,128].map((s) => <WhatsAppAvatar key={s} chatId={C(70000100 + s)} name="x" size={s} badge badgeLabel="online" />)}</div>
    <div className="row">{[16,20,24,32,40,48,64,96,128].map((s, i) => <WhatsAppAvatar key={s} chatId={C(61000300 + s)} name={names[i]} size={s} badge />)}</div>
    <div className="row">{[16,20,24,32,40,48,64,96,128].map((s, i) => <WhatsAppAvatar key={s} chatId={C(61000300 + s*7)} size={s} />)}</div>
    <h3>twelve colours</h3>
    <div className="row">{twelve.map((id, i) => <WhatsAppAvatar key={id} chatId={id} name={names[i]} size={48} />)}</div>
    <div className="row">{names.slice(6).map((n, i) => <WhatsAppAvatar key={n} chatId={twelve[i]} name={n} size={40} />)}</div>
    <h3>glyphs: person group hidden no_account error pending pending+name</h3>
    <div className="row">{[C(61000001), '61123456789012345678@g.us', C(62000001), C(63000001), C(64000001), C(90000001)].map((id) => <WhatsAppAvatar key={id} chatId={id} size={96} />)}<WhatsAppAvatar chatId={C(90000002)} name="Ana Lu" size={96} /></div>
    <div className="row">{[C(61000001), '61123456789012345678@g.us', C(62000001), C(63000001), C(64000001), C(90000001)].map((id) => <WhatsAppAvatar key={id} chatId={id} />)}<WhatsAppAvatar chatId={C(90000002)} name="Ana Lu" /></div>
    <h3>shapes, badges</h3>
    <div className="row">{['circle','rounded','square'].map((s) => <WhatsAppAvatar key={s} chatId={C(70000200)} shape={s} size={64} badge />)}{['circle','rounded','square'].map((s) => <WhatsAppAvatar key={s} chatId={C(61000201)} name="Ana Lu" shape={s} size={64} badge="3" />)}
    <WhatsAppAvatar chatId={C(70000230)} size={40} badge="12" /><WhatsAppAvatar chatId={C(70000240)} size={40} badge="99+" /><WhatsAppAvatar chatId={C(70000250)} size={48} render={<button type="button" />} badge /><WhatsAppAvatar chatId={C(61000250)} size={48} name="Lu Bo" render={<a href="#x" />} /></div>
    <h3>groups, mosaic</h3>
    <div className="row">{['xs','sm','md','lg','xl'].map((s) => <AvatarGroup key={s} size={s} max={4} total={s === 'xl' ? 130 : 9}>{[1,2,3,4,5].map((i) => <WhatsAppAvatar key={i} chatId={C(i % 2 ? 70000300 + i * 37 : 61000000 + i)} name={names[i]} />)}</AvatarGroup>)}</div>
    <div className="row">{[2,3,4].map((n) => <WhatsAppAvatar key={n} chatId="61123456789012345678@g.us" name="G" size={64} fallback={<AvatarMosaic chatIds={[1,2,3,4].slice(0, n).map((i) => C(i % 2 ? 70000300 + i * 37 : 61000000 + i))} names={{ [C(61000002)]: 'Bo Li', [C(61000004)]: 'Ana Lu' }} />} />)}
    {[2,3,4].map((n) => <WhatsAppAvatar key={n} chatId="61123456789012345678@g.us" name="G" fallback={<AvatarMosaic chatIds={[1,2,3,4].slice(0, n).map((i) => C(70000300 + i * 37 ))} />} />)}
    <Avatar.Root src={face(20)} label="x" style={{ width: 40, height: 40 }}><Avatar.Image /><Avatar.Fallback>JD</Avatar.Fallback></Avatar.Root>
    <Avatar.Root label="x" style={{ width: 40, height: 40 }}><Avatar.Image /><Avatar.Fallback>JD</Avatar.Fallback><Avatar.Badge /></Avatar.Root>
    <Avatar.Root label="x" style={{ width: 80, height: 80 }}><Avatar.Image /><Avatar.Fallback>JD</Avatar.Fallback><Avatar.Badge /></Avatar.Root>
    </div>
  </div>
}
createRoot(document.getElementById('root')).render(<QueryClientProvider client={new QueryClient()}><AvatarProvider client={client}><All dir={new URLSearchParams(location.search).get('dir') ?? 'ltr'} /></AvatarProvider></QueryClientProvider>)
