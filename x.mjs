import postgres from 'postgres'
const sql = postgres({host:'/tmp/pg', port:5544, username:'postgres', database:'postgres', max:4, onnotice(){} })
await sql`create role plan_x`.catch(()=>{})
const r = await sql.reserve()
const time = async (name, f) => { for(let i=0;i<50;i++) await f(); const t=performance.now(); for(let i=0;i<500;i++) await f(); console.log(name, ((performance.now()-t)/500).toFixed(3),'ms') }
await time('one query', () => r.unsafe('select $1::int as a', [1], {prepare:true}))
await time('5 queries parallel', () => Promise.all([1,2,3,4,5].map(i=>r.unsafe('select $1::int as a', [i], {prepare:true}))))
await time('5 queries sequential', async () => { for (let i=0;i<5;i++) await r.unsafe('select $1::int as a', [i], {prepare:true}) })
await time('begin awaited +5 seq + commit', async () => { await r.unsafe('begin read only; set local role plan_x'); for (let i=0;i<5;i++) await r.unsafe('select $1::int as a', [i], {prepare:true}); await r.unsafe('commit') })
await time('begin piped +5 seq + commit piped', async () => { r.unsafe('begin read only; set local role plan_x').execute(); for (let i=0;i<5;i++) await r.unsafe('select $1::int as a', [i], {prepare:true});  r.unsafe('commit').execute() })
await time('reserve+release', async () => { const c = await sql.reserve(); c.release() })
await time('reserve, 5 seq w tx', async () => { const c = await sql.reserve(); c.unsafe('begin read only; set local role plan_x').execute(); for (let i=0;i<5;i++) await c.unsafe('select $1::int as a', [i], {prepare:true}); await c.unsafe('commit'); c.release() })
await sql.end()
