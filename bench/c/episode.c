// One choice of a run, as the engine makes it, in C: the reference for bench/episode-choice.mjs.
//   gcc -O2 -ffp-contract=off episode.c -o episode && ./episode 1000000 8     (choices, options per choice)
//
// For each choice: 13 considerations per option from a cheap integer generator, weighted and summed in the
// order k = 0..12, plus Gumbel noise from Philox4x32-10 (key: seed; counter: run, occasion, option,
// purpose 1); the largest wins. log and exp repeat src/chance/logarithm.ts and exponential.ts operation by
// operation, so the fingerprints must agree with those of JavaScript (no contraction to fused multiply-add).
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CONSIDERATIONS = 13, MAX_OPTIONS = 64, PEOPLE = 25 };
static const uint32_t SEED_LO = 0x243f6a88, SEED_HI = 0x85a308d3;

static double powers[2100]; // powers[k + 1074] = 2^k

static void build_powers(void) {
  double up = 1, down = 1;
  for (int k = 0; k <= 1074; k++) {
    if (k < 1024) powers[1074 + k] = up;
    powers[1074 - k] = down;
    up *= 2;
    down *= 0.5;
  }
}

static const double LN2_HIGH = 0.6931471803691238, LN2_LOW = 1.9082149292705877e-10;

static double own_log(double x) { // normal x only
  uint64_t bits;
  memcpy(&bits, &x, 8);
  uint32_t upper = (uint32_t)(bits >> 32);
  int32_t k = (int32_t)((upper + 0x95f64) >> 20) - 1023;
  double f = x * powers[1074 - k] - 1;
  double half = 0.5 * f * f;
  double s = f / (2 + f);
  double z = s * s;
  double w = z * z;
  double r = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586))) +
             w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
}

static double own_exp(double x) { // -708 < x < 709 only
  int32_t k = (int32_t)(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5));
  double high = x - k * LN2_HIGH;
  double low = k * LN2_LOW;
  double r = high - low;
  double t = r * r;
  double c = r - t * (0.16666666666666602 +
                      t * (-0.0027777777777015593 +
                           t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  return (1 - (low - (r * c) / (2 - c) - high)) * powers[k + 1074];
}

static uint32_t finalise(uint32_t h) {
  h = (h ^ (h >> 16)) * 0x85ebca6bu;
  h = (h ^ (h >> 13)) * 0xc2b2ae35u;
  return h ^ (h >> 16);
}

static uint32_t mix_key(uint32_t a, uint32_t b) { // MurmurHash3_x86_32 of b with seed a
  uint32_t k = b * 0xcc9e2d51u;
  k = ((k << 15) | (k >> 17)) * 0x1b873593u;
  uint32_t h = a ^ k;
  h = (h << 13) | (h >> 19);
  return finalise((h * 5 + 0xe6546b64u) ^ 4);
}

static double uniform_at(uint32_t c0, uint32_t c1, uint32_t c2, uint32_t c3, uint32_t k0, uint32_t k1) {
  for (int round = 0; round < 10; round++) {
    uint64_t p0 = (uint64_t)0xd2511f53u * c0, p1 = (uint64_t)0xcd9e8d57u * c2;
    c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
    c1 = (uint32_t)p1;
    c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
    c3 = (uint32_t)p0;
    k0 += 0x9e3779b9u;
    k1 += 0xbb67ae85u;
  }
  return ((double)c0 * 0x100000 + (c1 >> 12) + 0.5) * 0x1p-52;
}

static uint32_t print_word(uint32_t h, uint32_t word) { return (h ^ word) * 16777619u; }

static uint32_t print_double(uint32_t h, double x) {
  uint64_t bits;
  memcpy(&bits, &x, 8);
  return print_word(print_word(h, (uint32_t)bits), (uint32_t)(bits >> 32));
}

static double weights[CONSIDERATIONS];
static uint32_t option_keys[MAX_OPTIONS];

static uint32_t run_choices(uint32_t choices, int options) {
  static double considerations[MAX_OPTIONS * CONSIDERATIONS], noise[MAX_OPTIONS];
  uint32_t print = 2166136261u, state = 1;
  for (uint32_t choice = 0; choice < choices; choice++) {
    uint32_t subject = mix_key(0x63686f69u, choice % PEOPLE);
    for (int m = 0; m < options * CONSIDERATIONS; m++) {
      state = state * 1664525u + 1013904223u;
      considerations[m] = state / 2147483648.0 - 1;
    }
    for (int a = 0; a < options; a++) noise[a] = uniform_at(choice, subject, option_keys[a], 1, SEED_LO, SEED_HI);
    for (int a = 0; a < options; a++) noise[a] = -own_log(noise[a]);
    for (int a = 0; a < options; a++) noise[a] = -own_log(noise[a]);
    int best = 0;
    double highest = -1e300;
    for (int a = 0; a < options; a++) {
      double u = 0;
      for (int k = 0; k < CONSIDERATIONS; k++) u += weights[k] * considerations[a * CONSIDERATIONS + k];
      u += noise[a];
      print = print_double(print, u);
      if (u > highest) highest = u, best = a;
    }
    print = print_word(print, (uint32_t)best);
  }
  return print;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(int argc, char **argv) {
  uint32_t choices = argc > 1 ? (uint32_t)atoi(argv[1]) : 200000;
  int options = argc > 2 ? atoi(argv[2]) : 8;
  if (options < 1 || options > MAX_OPTIONS) return fprintf(stderr, "options must be 1..%d\n", MAX_OPTIONS), 1;
  build_powers();
  for (int k = 0; k < CONSIDERATIONS; k++) weights[k] = ((37 * k) % 41) / 20.5 - 1;
  for (int a = 0; a < options; a++) option_keys[a] = mix_key(0x6f707469u, (uint32_t)a);
  uint32_t exps = 2166136261u, logs = 2166136261u;
  for (int i = 0; i < 20000; i++) {
    exps = print_double(exps, own_exp(-700 + i * 0.07));
    logs = print_double(logs, own_log((i + 0.5) * powers[1074 + i % 2000 - 1000]));
  }
  run_choices(choices < 10000 ? choices : 10000, options);
  double spent = -now();
  uint32_t print = run_choices(choices, options);
  spent += now();
  printf("{\"impl\":\"c\",\"choices\":%u,\"options\":%d,\"ns_per_option\":%.2f,\"fingerprint\":\"%08x\",\"exp\":\"%08x\",\"log\":\"%08x\"}\n",
         choices, options, spent / choices / options, print, exps, logs);
}
