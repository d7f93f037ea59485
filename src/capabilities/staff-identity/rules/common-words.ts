/**
 * What most people choose when they are asked for a passphrase (NIST SP 800-63B-4, 3.1.1.2 asks to compare with such a
 * list). Digits and signs around a word make it no rarer, so the list holds the words alone.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `password passphrase passcode passwort senha pasuwado pasuwaado secret letmein welcome admin administrator
   administrador root superuser sysadmin system manager operator guest user username login test testing tester
   changeme default qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm azerty qazwsx qwertyqwerty iloveyou ilovejapan
   loveyou lovely sunshine princess superman batman spiderman starwars pokemon pikachu doraemon totoro naruto dragon
   dragonball onepiece gundam monkey football baseball basketball soccer michael jordan michelle charlie jennifer
   jessica daniel thomas master mustang shadow flower summer winter spring autumn hello helloworld goodmorning whatever
   trustno computer internet microsoft windows google android samsung nintendo playstation minecraft sakura
   sakurasaku arigato arigatou konnichiwa ohayou aishiteru daisuki tanaka suzuki satou takahashi yamada yamamoto
   watanabe nihon nippon japan tokyo osaka nagoya kyoto fujisan hanako tarou taro kazoku shiyakusho yakusho shiyakuba
   yakuba cityhall office brasil brazil futebol flamengo corinthians palmeiras teamo jesus amor abcabc abcdef
   correcthorsebatterystaple openthedoor opensesame nothing nopassword mypassword yourpassword ourpassword newpassword
   oldpassword thepassword thisismypassword thisispassword`.split(/\s+/),
)

/** Rows of keyboards and orders that everybody knows, read forwards and backwards, from any place and round again. */
export const COMMON_ORDERS: readonly string[] = [
  '0123456789',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'qwertyuiopasdfghjklzxcvbnm',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'あいうえおかきくけこさしすせそたちつてと',
]
