/* The simulation's job once more in C, to compare speeds: the same draws, fees and statistics, in blocks, as many numbers at a time as a register holds.
   Usage: simulation PLAN TRIALS SEED ROUNDS. The plan is what SimulationPlanText writes. Prints seconds by round, then figures. */
#define _GNU_SOURCE
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BLOCK 1024
#define GROUPS (BLOCK / WIDTH)
#define CHUNK 8
#define MOST_KEPT 16384
#define PERT_STEPS 1024
#define GUIDES 1024

/* As many numbers at a time as a register holds; the generators are eight in any case, so that all draw the same. */
#ifdef __AVX512F__
#define WIDTH 8
#else
#define WIDTH 4
#endif

typedef double vec __attribute__((vector_size(WIDTH * 8)));
typedef int64_t ivec __attribute__((vector_size(WIDTH * 8)));
typedef uint64_t uvec __attribute__((vector_size(WIDTH * 8)));

static inline vec all(double x) { return x - (vec){0}; }
static inline ivec alll(int64_t x) { return x - (ivec){0}; }
static inline uvec allu(uint64_t x) { return x - (uvec){0}; }

#ifdef __AVX512F__
#include <immintrin.h>
static inline vec least(vec a, vec b) { return (vec)_mm512_min_pd((__m512d)a, (__m512d)b); }
static inline vec greatest(vec a, vec b) { return (vec)_mm512_max_pd((__m512d)a, (__m512d)b); }
static inline vec whole(vec a) { return (vec)_mm512_roundscale_pd((__m512d)a, _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC); }
static inline vec root(vec a) { return (vec)_mm512_sqrt_pd((__m512d)a); }
#define SELECT(a, op, b, yes, no) ((vec)_mm512_mask_blend_pd(_mm512_cmp_pd_mask((__m512d)(a), (__m512d)(b), op), (__m512d)(no), (__m512d)(yes)))
#define HITS(a, op, b) _mm512_cmp_pd_mask((__m512d)(a), (__m512d)(b), op)
#define LT _CMP_LT_OQ
#define LE _CMP_LE_OQ
#define GT _CMP_GT_OQ
#define GE _CMP_GE_OQ
#define EQ _CMP_EQ_OQ
#else
static inline vec pick(ivec mask, vec yes, vec no) { return (vec)((mask & (ivec)yes) | (~mask & (ivec)no)); }
#ifdef __AVX2__
#include <immintrin.h>
static inline vec least(vec a, vec b) { return (vec)_mm256_min_pd((__m256d)a, (__m256d)b); }
static inline vec greatest(vec a, vec b) { return (vec)_mm256_max_pd((__m256d)a, (__m256d)b); }
static inline vec whole(vec a) { return (vec)_mm256_floor_pd((__m256d)a); }
static inline vec root(vec a) { return (vec)_mm256_sqrt_pd((__m256d)a); }
static inline int bits_of(ivec mask) { return _mm256_movemask_pd((__m256d)mask); }
#define SELECT(a, op, b, yes, no) ((vec)_mm256_blendv_pd((__m256d)(no), (__m256d)(yes), (__m256d)((a) op (b))))
#else
static inline vec least(vec a, vec b) { return pick(a < b, a, b); }
static inline vec greatest(vec a, vec b) { return pick(a > b, a, b); }
static inline vec whole(vec a) { for (int i = 0; i < WIDTH; i++) a[i] = floor(a[i]); return a; }
static inline vec root(vec a) { for (int i = 0; i < WIDTH; i++) a[i] = sqrt(a[i]); return a; }
static inline int bits_of(ivec mask) { int r = 0; for (int i = 0; i < WIDTH; i++) r |= (int)(mask[i] & 1) << i; return r; }
#define SELECT(a, op, b, yes, no) pick((a) op (b), yes, no)
#endif
#define HITS(a, op, b) bits_of((a) op (b))
#define LT <
#define LE <=
#define GT >
#define GE >=
#define EQ ==
#endif

static inline double total(vec x) { double sum = 0; for (int i = 0; i < WIDTH; i++) sum += x[i]; return sum; }

static void *room(size_t bytes)
{
    void *p = aligned_alloc(64, (bytes + 63) / 64 * 64);
    if (!p) { fputs("no memory\n", stderr); exit(1); }
    memset(p, 0, bytes);
    return p;
}

/* Random numbers. */

static const uint64_t GOLDEN = 0x9E3779B97F4A7C15u;

static uint64_t mix(uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

static uint64_t key_of(uint64_t seed, int input, int block) { return mix(mix(mix(seed + GOLDEN) + (uint64_t)input * GOLDEN) + (uint64_t)block * GOLDEN); }
static uvec state_of(uint64_t key, int first) { uvec s; for (int i = 0; i < WIDTH; i++) s[i] = mix(key + (uint64_t)(first + i + 1) * GOLDEN); return s; }

static void uniform(vec *to, uint64_t key)
{
    for (int part = 0; part < 8 / WIDTH; part++) {
        int lane = part * WIDTH;
        uvec a = state_of(key, lane), b = state_of(key, 8 + lane), c = state_of(key, 16 + lane), d = state_of(key, 24 + lane);
        for (int i = part; i < GROUPS; i += 8 / WIDTH) {
            uvec sum = a + d, bits = ((sum << 23) | (sum >> 41)) + a, t = b << 17;
            c ^= a; d ^= b; b ^= c; a ^= d; c ^= t;
            d = (d << 45) | (d >> 19);
            to[i] = (vec)((bits >> 12) | allu(0x3FF0000000000000u)) - all(1 - 0x1p-53);
        }
    }
}

/* Functions. */

static inline vec vexp(vec x)
{
    const vec integers = all(6755399441055744.0);
    x = least(greatest(x, all(-708)), all(709));
    vec shifted = x * all(1.4426950408889634) + integers, k = shifted - integers;
    vec r = k * all(-1.90821492927058770002e-10) + (k * all(-6.93147180369123816490e-01) + x);
    vec r2 = r * r, r4 = r2 * r2;
    vec p01 = r + all(1), p23 = r * all(1.0 / 6) + all(0.5), p45 = r * all(1.0 / 120) + all(1.0 / 24), p67 = r * all(1.0 / 5040) + all(1.0 / 720);
    vec p89 = r * all(1.0 / 362880) + all(1.0 / 40320), p1011 = r * all(1.0 / 39916800) + all(1.0 / 3628800), p1213 = r * all(1.0 / 6227020800) + all(1.0 / 479001600);
    vec p03 = r2 * p23 + p01, p47 = r2 * p67 + p45, p811 = r2 * p1011 + p89;
    vec p = r4 * (r4 * (r4 * p1213 + p811) + p47) + p03;
    return p * (vec)(((ivec)shifted + alll(1023)) << 52);
}

static inline vec vlog(vec x)
{
    ivec bits = (ivec)x, exponent = (bits - alll(0x3FE6A09E667F3BCD)) >> 52;
    vec f = (vec)(bits - (exponent << 52)) - all(1), k = (vec)(exponent + alll(0x4338000000000000)) - all(6755399441055744.0);
    vec s = f / (f + all(2)), z = s * s, w = z * z;
    vec odd = w * (w * (w * all(1.531383769920937332e-01) + all(2.222219843214978396e-01)) + all(3.999999999940941908e-01));
    vec even = z * (w * (w * (w * all(1.479819860511658591e-01) + all(1.818357216161805012e-01)) + all(2.857142874366239149e-01)) + all(6.666666666666735130e-01));
    vec half = all(0.5) * f * f, tail = s * (half + (odd + even)) + k * all(1.90821492927058770002e-10);
    return k * all(6.93147180369123816490e-01) + (f - (half - tail));
}

static inline vec poly(const double *c, vec r) { vec p = all(c[0]); for (int i = 1; i < 8; i++) p = p * r + all(c[i]); return p; }

static const double A0[] = {2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608};
static const double B0[] = {5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1};
static const double A1[] = {7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734};
static const double B1[] = {1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1};
static const double A2[] = {2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772};
static const double B2[] = {2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1};

static inline vec normal(vec u)
{
    vec q = u - all(0.5), r0 = all(0.180625) - q * q, central = q * (poly(A0, r0) / poly(B0, r0));
    vec size = (vec)((ivec)q & alll(INT64_MAX));
    if (!HITS(size, GT, all(0.425)))
        return central;
    vec r = root(-vlog(least(u, all(1) - u))), near_ = r - all(1.6), tail = poly(A1, near_) / poly(B1, near_);
    if (HITS(r, GT, all(5))) {
        vec far_ = r - all(5);
        tail = SELECT(r, GT, all(5), poly(A2, far_) / poly(B2, far_), tail);
    }
    vec signed_ = (vec)((ivec)tail | ((ivec)q & alll(INT64_MIN)));
    return SELECT(size, GT, all(0.425), signed_, central);
}

/* The plan. */

typedef struct { double constant; int n; int *columns; double *factors; } linear;
typedef struct { char kind; int to, a, b, n; uint32_t stream; double p[8]; double *table, *more; int *guide; linear form; } step;
typedef struct { linear flat, inner, pass; int bends; double low, high, slope, discount; } piece;
typedef struct { int column, pieces; linear sum; piece *bent; } fee;
typedef struct { int fee, other; double factor; } series;

static int columns, scratch, steps, fees, surveyed, all_series;
static step *plan;
static fee *structures;
static int *asked;
static series *sides;
static vec *block;
static double half_unit, tail_trials, tolerance;
static long ranks[6], tail_rank;

static inline vec *column(int i) { return block + (size_t)i * GROUPS; }
static double number(FILE *f) { double x; if (fscanf(f, "%lf", &x) != 1) { fputs("bad plan\n", stderr); exit(1); } return x; }

static linear read_linear(FILE *f)
{
    linear form = {number(f), (int)number(f), 0, 0};
    form.columns = room(form.n * sizeof(int) + 64);
    form.factors = room(form.n * sizeof(double) + 64);
    for (int i = 0; i < form.n; i++) { form.columns[i] = (int)number(f); form.factors[i] = number(f); }
    return form;
}

static double *read_numbers(FILE *f, int n) { double *x = room(n * sizeof(double) + 64); for (int i = 0; i < n; i++) x[i] = number(f); return x; }

static void read_step(FILE *f, step *s)
{
    char kind[2];
    if (fscanf(f, "%1s", kind) != 1) exit(1);
    s->kind = kind[0];
    s->stream = (uint32_t)number(f);
    s->to = (int)number(f); s->a = (int)number(f); s->b = (int)number(f);
    for (int i = 0; i < 6; i++) s->p[i] = number(f);
    s->n = (int)number(f);
    s->table = read_numbers(f, s->n);
    int more = (int)number(f);
    s->more = read_numbers(f, more);
    if (s->kind == 'A') { s->guide = room(GUIDES * sizeof(int)); for (int i = 0; i < GUIDES; i++) s->guide[i] = (int)s->more[i]; }
    s->form = read_linear(f);
}

static void read_plan(FILE *f)
{
    columns = (int)number(f); scratch = (int)number(f);
    half_unit = number(f); tail_trials = number(f); tolerance = number(f);
    for (int i = 0; i < 6; i++) ranks[i] = (long)number(f);
    tail_rank = (long)number(f);
    steps = (int)number(f);
    plan = room(steps * sizeof(step));
    for (int i = 0; i < steps; i++) read_step(f, &plan[i]);
    fees = (int)number(f);
    structures = room(fees * sizeof(fee));
    for (int i = 0; i < fees; i++) {
        fee *s = &structures[i];
        s->column = (int)number(f); s->sum = read_linear(f); s->pieces = (int)number(f);
        s->bent = room(s->pieces * sizeof(piece) + 64);
        for (int k = 0; k < s->pieces; k++) {
            piece *p = &s->bent[k];
            p->flat = read_linear(f); p->bends = (int)number(f);
            if (p->bends) { p->inner = read_linear(f); p->low = number(f); p->high = number(f); p->slope = number(f); }
            p->discount = number(f); p->pass = read_linear(f);
        }
    }
    surveyed = (int)number(f);
    asked = room(surveyed * sizeof(int));
    for (int i = 0; i < surveyed; i++) asked[i] = (int)number(f);
    all_series = (int)number(f);
    sides = room(all_series * sizeof(series));
    for (int i = 0; i < all_series; i++) { sides[i].fee = (int)number(f); sides[i].factor = number(f); sides[i].other = (int)number(f); }
}

/* One block of trials. */

static void form_into(vec *restrict to, const linear *form)
{
    vec constant = all(form->constant);
    for (int i = 0; i < GROUPS; i++) to[i] = constant;
    int k = 0;
    for (; k + 2 < form->n; k += 3) {
        const vec *a = column(form->columns[k]), *b = column(form->columns[k + 1]), *c = column(form->columns[k + 2]);
        vec fa = all(form->factors[k]), fb = all(form->factors[k + 1]), fc = all(form->factors[k + 2]);
        for (int i = 0; i < GROUPS; i++) to[i] = c[i] * fc + (b[i] * fb + (a[i] * fa + to[i]));
    }
    for (; k < form->n; k++) {
        const vec *a = column(form->columns[k]);
        vec fa = all(form->factors[k]);
        for (int i = 0; i < GROUPS; i++) to[i] = a[i] * fa + to[i];
    }
}

static void lognormal(vec *to, const vec *normals, double mean, double log_variance)
{
    vec s = all(sqrt(log_variance)), shift = all(-log_variance / 2), scale = all(mean);
    for (int i = 0; i < GROUPS; i++) to[i] = scale * vexp(s * normals[i] + shift);
}

static void run(const step *s, uint64_t seed, int index)
{
    vec *to = column(s->to);
    if (s->kind != 'L' && s->kind != 'X' && s->kind != 'm' && s->kind != 'Y') uniform(to, key_of(seed, s->stream, index));
    switch (s->kind) {
    case 'P': { /* PERT by its quantiles */
        double *x = (double *)to;
        const double *q = s->table;
        for (int i = 0; i < BLOCK; i++) {
            double place = x[i] * PERT_STEPS;
            int at = (int)place;
            x[i] = q[at] + (place - at) * (q[at + 1] - q[at]);
        }
        break;
    }
    case 'T': {
        double a = s->p[0], m = s->p[1], b = s->p[2];
        vec low = all(a), high = all(b), rise = all((b - a) * (m - a)), fall = all((b - a) * (b - m)), peak = all((m - a) / (b - a));
        for (int i = 0; i < GROUPS; i++) {
            vec u = to[i];
            to[i] = SELECT(u, LT, peak, low + root(u * rise), high - root((all(1) - u) * fall));
        }
        break;
    }
    case 'G': /* lognormal */
        for (int i = 0; i < GROUPS; i++) to[i] = normal(to[i]);
        lognormal(to, to, s->p[0], s->p[1]);
        break;
    case 'A': { /* attempts by a table */
        double *x = (double *)to, pieces = s->p[0], first = s->p[1];
        for (int i = 0; i < BLOCK; i++) {
            double u = x[i];
            int at = s->guide[(int)(u * GUIDES)];
            while (s->table[at] < u) at++;
            x[i] = pieces + (first + at);
        }
        break;
    }
    case 'R': {
        vec per = all(s->p[0]), included = all(s->p[1]);
        for (int i = 0; i < GROUPS; i++) to[i] = greatest(all(0), whole(vlog(to[i]) * per) - included);
        break;
    }
    case 'V':
        for (int i = 0; i < GROUPS; i++) to[i] = SELECT(to[i], LT, all(s->p[0]), all(s->p[1]), all(0));
        break;
    case 'O': {
        vec *z = column(s->a);
        for (int i = 0; i < GROUPS; i++) z[i] = normal(to[i]);
        break;
    }
    case 'm': lognormal(to, column(s->a), 1, s->p[0]); break;
    case 'K': {
        const vec *z = column(s->a);
        vec rho = all(s->p[0]), own = all(s->p[1]);
        for (int i = 0; i < GROUPS; i++) to[i] = rho * z[i] + own * normal(to[i]);
        lognormal(to, to, s->p[2], s->p[3]);
        break;
    }
    case 'Y': {
        vec threshold = all(s->p[0]), cap = all(s->p[2]), below = all(1 / (1 - s->p[0])), above = all((s->p[2] - 1) / (s->p[1] - 1)), one = all(1);
        for (int i = 0; i < GROUPS; i++) to[i] = all(0);
        for (int k = 0; k < s->n; k++) {
            const vec *reached = column((int)s->table[k]);
            vec weight = all(s->more[k]);
            for (int i = 0; i < GROUPS; i++) {
                vec a = reached[i], beyond = least(cap, (a - one) * above + one);
                vec paid = SELECT(a, LE, one, (a - threshold) * below, beyond);
                to[i] = SELECT(a, LT, threshold, all(0), paid) * weight + to[i];
            }
        }
        break;
    }
    case 'X': { const vec *a = column(s->a), *b = column(s->b); for (int i = 0; i < GROUPS; i++) to[i] = a[i] * b[i]; break; }
    case 'L': form_into(to, &s->form); break;
    default: fprintf(stderr, "unknown step %c\n", s->kind); exit(1);
    }
}

static void fee_into(const fee *s)
{
    vec *to = column(s->column), *listed = column(scratch), *inner = column(scratch + 1), *pass = column(scratch + 2);
    form_into(to, &s->sum);
    for (int k = 0; k < s->pieces; k++) {
        const piece *p = &s->bent[k];
        form_into(listed, &p->flat);
        if (p->bends) {
            form_into(inner, &p->inner);
            vec low = all(p->low), high = all(p->high), slope = all(p->slope);
            for (int i = 0; i < GROUPS; i++) listed[i] = least(greatest(inner[i], low), high) * slope + listed[i];
        }
        if (p->discount != 0) {
            form_into(pass, &p->pass);
            vec share = all(-p->discount);
            for (int i = 0; i < GROUPS; i++) listed[i] = greatest(all(0), listed[i] - pass[i]) * share + listed[i];
        }
        for (int i = 0; i < GROUPS; i++) to[i] += listed[i];
    }
}

static void fill(uint64_t seed, int index)
{
    for (int i = 0; i < steps; i++) run(&plan[i], seed, index);
    for (int i = 0; i < fees; i++) fee_into(&structures[i]);
}

static inline vec amount(series s, int i) { return column(s.fee)[i] * all(s.factor) + column(s.other)[i]; }

/* The passes. Each goes through all blocks; sums are kept by chunk and merged in order. */

typedef struct { double sum, square; } moments;
typedef struct { double low, high, below_sum, utility; int bins, *counts; int picks, tail_bin; int bin[6]; long before[6], count[6], filled[6]; double *kept[6]; double min[6], max[6]; double at[6]; } search;

static moments *column_moments, *series_moments;
static double *centres, *series_centres, *minima, *maxima;
static long *losses, *beats;
static search *found;

static vec mask_of(int rest) { ivec m; for (int i = 0; i < WIDTH; i++) m[i] = i < rest ? -1 : 0; return (vec)m; }
static inline vec both(vec a, vec mask) { return (vec)((ivec)a & (ivec)mask); }
static inline vec choose(vec mask, vec yes, vec no) { return (vec)(((ivec)yes & (ivec)mask) | ((ivec)no & ~(ivec)mask)); }

static void survey_block(int trials)
{
    int last = (trials + WIDTH - 1) / WIDTH - 1;
    vec mask = mask_of(trials - last * WIDTH);
    for (int c = 0; c < surveyed; c++) {
        const vec *x = column(asked[c]);
        vec centre = all(centres[c]), sum = all(0), square = all(0);
        for (int i = 0; i <= last; i++) {
            vec d = x[i] - centre;
            if (i == last) d = both(d, mask);
            sum += d; square = d * d + square;
        }
        column_moments[c].sum += total(sum); column_moments[c].square += total(square);
    }
    for (int s = 0; s < all_series; s++) {
        series side = sides[s];
        vec centre = all(series_centres[s]), sum = all(0), square = all(0), low = centre, high = centre, loss = all(-1e-6);
        ivec lost = alll(0);
        for (int i = 0; i <= last; i++) {
            vec x = amount(side, i);
            ivec is = x < loss;
            if (i == last) { is &= (ivec)mask; x = choose(mask, x, centre); }
            vec d = x - centre;
            sum += d; square = d * d + square;
            low = least(low, x); high = greatest(high, x);
            lost -= is;
        }
        series_moments[s].sum += total(sum); series_moments[s].square += total(square);
        for (int l = 0; l < WIDTH; l++) {
            if (low[l] < minima[s]) minima[s] = low[l];
            if (high[l] > maxima[s]) maxima[s] = high[l];
            losses[s] += lost[l];
        }
    }
    long *count = beats;
    vec above = all(half_unit), below = all(-half_unit);
    for (int i = 0; i < fees; i++) {
        for (int j = i + 1; j < fees; j++, count += 2) {
            const vec *a = column(structures[i].column), *b = column(structures[j].column);
            ivec more = alll(0), less = alll(0);
            for (int g = 0; g <= last; g++) {
                vec d = a[g] - b[g];
                if (g == last) d = both(d, mask);
                more -= d > above;
                less -= d < below;
            }
            for (int l = 0; l < WIDTH; l++) { count[0] += more[l]; count[1] += less[l]; }
        }
    }
}

static void numbers_into(vec *to, const search *f, series side, int trials)
{
    int groups = (trials + WIDTH - 1) / WIDTH;
    vec scale = all(f->bins / (f->high - f->low) * (1 + 1e-12)), low = all(f->low), last = all(f->bins - 1);
    for (int i = 0; i < groups; i++) to[i] = least(whole((amount(side, i) - low) * scale), last);
    if (trials % WIDTH) to[groups - 1] = choose(mask_of(trials % WIDTH), to[groups - 1], all(f->bins));
}

static void count_block(vec *numbers, int trials)
{
    int last = (trials + WIDTH - 1) / WIDTH - 1;
    vec mask = mask_of(trials - last * WIDTH);
    for (int s = 0; s < all_series; s++) {
        search *f = &found[s];
        numbers_into(numbers, f, sides[s], trials);
        const double *x = (const double *)numbers;
        int *counts = f->counts;
        for (int i = 0; i < trials; i++) counts[(int)x[i]]++;
        vec sum = all(0), low = all(f->low), per = all(1 / tolerance);
        for (int i = 0; i <= last; i++) {
            vec e = vexp((low - amount(sides[s], i)) * per);
            sum += i == last ? both(e, mask) : e;
        }
        f->utility += total(sum);
    }
}

static void find_bins(search *f)
{
    long before = 0;
    int bin = 0;
    f->picks = 0;
    for (int r = 0; r < 6; r++) {
        while (before + f->counts[bin] < ranks[r]) before += f->counts[bin++];
        if (!f->picks || f->bin[f->picks - 1] != bin) {
            int k = f->picks++;
            f->bin[k] = bin; f->before[k] = before; f->count[k] = f->counts[bin]; f->filled[k] = 0;
            f->kept[k] = f->count[k] <= MOST_KEPT ? malloc((f->count[k] + 1) * sizeof(double)) : 0;
            f->min[k] = INFINITY; f->max[k] = -INFINITY;
        }
        if (ranks[r] == tail_rank) f->tail_bin = bin;
    }
}

static void look_block(vec *numbers, vec *amounts, int trials)
{
    int groups = (trials + WIDTH - 1) / WIDTH;
    for (int s = 0; s < all_series; s++) {
        search *f = &found[s];
        numbers_into(numbers, f, sides[s], trials);
        for (int i = 0; i < GROUPS; i++) amounts[i] = amount(sides[s], i);
        for (int k = 0; k < f->picks; k++) {
            vec wanted = all(f->bin[k]);
            if (f->kept[k]) {
                for (int i = 0; i < groups; i++) {
                    int hits = HITS(numbers[i], EQ, wanted);
                    for (int l = 0; hits; l++, hits >>= 1)
                        if (hits & 1) f->kept[k][f->filled[k]++] = amounts[i][l];
                }
            } else {
                vec low = all(INFINITY), high = all(-INFINITY);
                for (int i = 0; i < groups; i++) {
                    low = least(low, SELECT(numbers[i], EQ, wanted, amounts[i], low));
                    high = greatest(high, SELECT(numbers[i], EQ, wanted, amounts[i], high));
                }
                for (int l = 0; l < WIDTH; l++) { if (low[l] < f->min[k]) f->min[k] = low[l]; if (high[l] > f->max[k]) f->max[k] = high[l]; }
            }
        }
        if (f->tail_bin > 0) {
            vec limit = all(f->tail_bin), centre = all(series_centres[s]), sum = all(0);
            for (int i = 0; i < groups; i++) sum += SELECT(numbers[i], LT, limit, amounts[i] - centre, all(0));
            f->below_sum += total(sum);
        }
    }
}

static int order(const void *a, const void *b) { double x = *(const double *)a, y = *(const double *)b; return (x > y) - (x < y); }

static double conclude(search *f, double centre, double *var)
{
    double below = f->below_sum, count = 0;
    for (int k = 0; k < f->picks; k++) {
        if (f->kept[k]) qsort(f->kept[k], f->filled[k], sizeof(double), order);
        else if (f->min[k] != f->max[k]) fputs("a full bin of different amounts: not handled here\n", stderr);
        for (int r = 0; r < 6; r++) {
            long at = ranks[r] - f->before[k] - 1;
            if (at < 0 || at >= f->count[k]) continue;
            f->at[r] = f->kept[k] ? f->kept[k][at] : f->min[k];
            if (ranks[r] != tail_rank) continue;
            *var = f->at[r];
            count = f->before[k];
            for (long i = 0; f->kept[k] && i < f->count[k] && f->kept[k][i] < *var; i++) { below += f->kept[k][i] - centre; count++; }
        }
        free(f->kept[k]);
    }
    return centre + (below + (tail_trials - count) * (*var - centre)) / tail_trials;
}

static void clear(void)
{
    memset(column_moments, 0, surveyed * sizeof(moments));
    memset(series_moments, 0, all_series * sizeof(moments));
    memset(losses, 0, all_series * sizeof(long));
    memset(beats, 0, (size_t)fees * (fees - 1) * sizeof(long));
    for (int s = 0; s < all_series; s++) {
        int *counts = found[s].counts;
        memset(&found[s], 0, sizeof(search));
        found[s].counts = counts;
        found[s].bins = 8200;
        memset(counts, 0, (found[s].bins + 1) * sizeof(int));
    }
}

static void pass(int which, long trials, uint64_t seed, vec *numbers)
{
    for (long first = 0; first < trials; first += BLOCK) {
        int n = trials - first < BLOCK ? (int)(trials - first) : BLOCK;
        fill(seed, (int)(first / BLOCK));
        if (which == 0) survey_block(n);
        else if (which == 1) count_block(numbers, n);
        else look_block(numbers, numbers + GROUPS, n);
    }
}

static double seconds(clockid_t clock) { struct timespec t; clock_gettime(clock, &t); return t.tv_sec + t.tv_nsec * 1e-9; }

int main(int count, char **words)
{
    if (count < 5) return 2;
    FILE *f = fopen(words[1], "r");
    if (!f) return 2;
    read_plan(f);
    fclose(f);
    long trials = atol(words[2]);
    uint64_t seed = strtoull(words[3], 0, 10);
    int rounds = atoi(words[4]);
    block = room((size_t)columns * BLOCK * sizeof(double));
    column_moments = room(surveyed * sizeof(moments)); series_moments = room(all_series * sizeof(moments));
    centres = room(surveyed * sizeof(double)); series_centres = room(all_series * sizeof(double));
    minima = room(all_series * sizeof(double)); maxima = room(all_series * sizeof(double));
    losses = room(all_series * sizeof(long)); beats = room((size_t)fees * fees * sizeof(long));
    found = room(all_series * sizeof(search));
    for (int s = 0; s < all_series; s++) found[s].counts = room(8300 * sizeof(int));
    vec *numbers = room(2 * BLOCK * sizeof(double));

    for (int round = 0; round < rounds; round++) {
        double wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
        clear();
        fill(seed, 0);
        for (int c = 0; c < surveyed; c++) centres[c] = column(asked[c])[0][0];
        for (int s = 0; s < all_series; s++) minima[s] = maxima[s] = series_centres[s] = amount(sides[s], 0)[0];
        pass(0, trials, seed, numbers);
        for (int s = 0; s < all_series; s++) { found[s].low = minima[s]; found[s].high = maxima[s]; }
        pass(1, trials, seed, numbers);
        for (int s = 0; s < all_series; s++) find_bins(&found[s]);
        pass(2, trials, seed, numbers);
        double results[64][5];
        for (int s = 0; s < all_series; s++) {
            double n = (double)trials, sum = series_moments[s].sum, var = 0;
            results[s][0] = series_centres[s] + sum / n;
            results[s][1] = sqrt((series_moments[s].square - sum * sum / n) / (n - 1));
            results[s][3] = conclude(&found[s], series_centres[s], &var);
            results[s][2] = var;
            results[s][4] = minima[s] - tolerance * log(found[s].utility / n);
        }
        printf("round %.6f %.6f\n", seconds(CLOCK_MONOTONIC) - wall, seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu);
        if (round == rounds - 1)
            for (int s = 0; s < all_series; s++)
                printf("series %d %.17g %.17g %.17g %.17g %.17g %ld\n", s, results[s][0], results[s][1], results[s][2], results[s][3], results[s][4], losses[s]);
        fflush(stdout);
    }
    return 0;
}
