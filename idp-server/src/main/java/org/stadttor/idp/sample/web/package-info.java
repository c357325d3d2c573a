// SPDX-License-Identifier: EUPL-1.2
/** The pages of the samples. */
@NullMarked
package org.stadttor.idp.sample.web;

import org.jspecify.annotations.NullMarked;
