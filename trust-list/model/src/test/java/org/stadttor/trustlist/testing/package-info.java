// SPDX-License-Identifier: EUPL-1.2
/** Fixtures: real keys, certificates and signatures. */
@NullMarked
package org.stadttor.trustlist.testing;

import org.jspecify.annotations.NullMarked;
