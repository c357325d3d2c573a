// SPDX-License-Identifier: EUPL-1.2
/** Providers of synthetic person identification data. */
@NullMarked
package org.stadttor.sandbox.pidprovider;

import org.jspecify.annotations.NullMarked;
