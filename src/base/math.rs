//! Transcendental functions that give the same bits on every target.
//!
//! `std` takes them from the platform's C library, which differs between glibc and wasm; `libm` is the same code everywhere.

/// x to the power y.
#[must_use]
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// The decimal logarithm.
#[must_use]
pub fn log10(x: f64) -> f64 {
    libm::log10(x)
}

/// Sine and cosine.
#[cfg(feature = "gallery")]
#[must_use]
pub fn sin_cos(x: f64) -> (f64, f64) {
    (libm::sin(x), libm::cos(x))
}

/// Ten to a whole power, exact from 1e-15 to 1e15.
///
/// ```
/// assert_eq!(duibiao::base::math::pow10(-2), 0.01);
/// ```
#[must_use]
pub fn pow10(n: i32) -> f64 {
    let mut p = 1.0;
    for _ in 0..n.abs() {
        p *= 10.0;
    }
    if n < 0 { 1.0 / p } else { p }
}

/// The largest whole n with 10ⁿ ≤ |x|; 0 for x = 0 and for anything not finite.
///
/// ```
/// use duibiao::base::math::magnitude;
/// assert_eq!((magnitude(999.0), magnitude(1000.0), magnitude(0.01)), (2, 3, -2));
/// ```
#[must_use]
pub fn magnitude(x: f64) -> i32 {
    let x = x.abs();
    if x == 0.0 || !x.is_finite() {
        return 0;
    }
    let mut n = libm::floor(libm::log10(x)) as i32;
    // the logarithm can be off by one in the last bit at exact powers
    if pow10(n + 1) <= x {
        n += 1;
    } else if pow10(n) > x {
        n -= 1;
    }
    n
}
